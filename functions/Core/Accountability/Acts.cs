using Core.Languages;
using Core.Requests;

namespace Core.Accountability;

/// <summary>Tables that count what agencies asked for and what offices did. They count no students, so that small numbers are shown: that is the account.</summary>
internal static class Acts
{
    private static readonly Label Several = Label.Of(say => say.AccountSeveral);

    /// <summary>The line that adds up the others.</summary>
    public static readonly Label All = Label.Of(say => say.AccountAll);

    /// <summary>The tables for everybody.</summary>
    public static IEnumerable<ReportTable> Public(Period period) =>
    [
        By(period, "agency", Label.Of(say => say.AccountTableAgency), one => [Agency(one)]),
        By(period, "instrument", Label.Of(say => say.AccountTableInstrument), one => [Instrument(one)]),
        By(period, "ground", Label.Of(say => say.AccountTableGround), one => [Ground(one)]),
        By(period, "information", Label.Of(say => say.AccountTableInformation), one => one.Asked.Select(Information), one => one.Held.Select(Information), Several),
        By(period, "decision", Label.Of(say => say.AccountTableDecision), one => [Label.Of(say => say.Of(one.Outcome))]),
        By(period, "approver", Label.Of(say => say.AccountTableApprover), one => [Approver(one)]),
    ];

    /// <summary>Those that name agencies, people and schools as somebody wrote them.</summary>
    public static IEnumerable<ReportTable> ForStaff(Period period) =>
    [
        By(period, "agency-name", Label.Name("Agencies by name"), one => [Label.Name(one.AgencyName.Trim())]),
        By(period, "decided-by", Label.Name("Who decided, by name"), one => [Label.Name(one.DecidedBy?.Trim() ?? "Nobody yet, or by rule")]),
        By(period, "school", Label.Name("Schools by name"), one => [Label.Name(one.School?.Trim() ?? "No school named")]),
    ];

    private static ReportTable By(
        Period period, string key, Label title, Func<ReportedRequest, IEnumerable<Label>> asked, Func<ReportedRequest, IEnumerable<Label>>? held = null, Label? note = null)
    {
        var (requests, disclosures) = (Count(period.Received, asked), Count(period.Disclosed, held ?? asked));
        return new(key, title, Counted.Acts,
        [
            .. requests.Keys.Union(disclosures.Keys)
                .Select(group => new ReportLine(group, null, requests.GetValueOrDefault(group), disclosures.GetValueOrDefault(group)))
                .OrderByDescending(line => line.Asked).ThenByDescending(line => line.Disclosed).ThenBy(line => line.Group.English, StringComparer.Ordinal),
            .. note is null ? [new ReportLine(All, null, period.Received.Count, period.Disclosed.Count, IsTotal: true)] : Array.Empty<ReportLine>(),
        ], note);
    }

    private static Dictionary<Label, long> Count(IEnumerable<ReportedRequest> requests, Func<ReportedRequest, IEnumerable<Label>> by) =>
        requests.SelectMany(by).GroupBy(group => group).ToDictionary(group => group.Key, group => group.LongCount());

    private static Label Agency(ReportedRequest one) => one.Agency is { } agency ? Label.Of(say => say.Of(agency)) : Label.Of(say => say.AccountNotAtSchool);

    private static Label Instrument(ReportedRequest one) => one.Instrument is { } paper ? Label.Of(say => say.Of(paper)) : Label.Of(say => say.AccountNoPaper);

    private static Label Information(InformationKind kind) => Label.Of(say => say.Of(kind));

    private static Label Approver(ReportedRequest one) => one.Outcome is ReviewOutcome.Waiting ? Label.Of(say => say.AccountNobodyYet) : Label.Of(say => say.Of(one.Office));

    private static Label Ground(ReportedRequest one) => one switch
    {
        { Ground: { } ground } => Label.Of(say => say.Of(ground)),
        { Instrument: { } paper } => Label.Of(say => say.AccountAsBrought(say.Of(paper))),
        { Claimed: { } claimed } => Label.Of(say => say.AccountAsClaimed(say.Of(claimed))),
        _ => Label.Of(say => say.AccountNoGround),
    };
}
