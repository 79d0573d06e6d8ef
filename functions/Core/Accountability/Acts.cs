using System.Diagnostics;
using Core.Authorities;
using Core.Requests;
using Core.Routing;

namespace Core.Accountability;

/// <summary>Tables that count what agencies asked for and what offices did. They count no students, so that small numbers are shown: that is the account.</summary>
internal static class Acts
{
    private const string Several = "One request may ask for several kinds of information.";

    /// <summary>The tables for everybody.</summary>
    public static IEnumerable<ReportTable> Public(Period period) =>
    [
        By(period, "agency", "Who asked", one => [one.Agency is { } agency ? AuthorityWords.For(agency) : "Not written down at a school"]),
        By(period, "instrument", "With which paper", one => [one.Instrument is { } paper ? Words(paper) : "None"]),
        By(period, "ground", "On which ground", one => [Ground(one)]),
        By(period, "information", "What information", one => one.Asked.Select(InformationKinds.Words), one => one.Held.Select(InformationKinds.Words), Several),
        By(period, "decision", "What was decided", one => [Words(one.Outcome)]),
        By(period, "approver", "Which office decided", one => [one.Outcome is ReviewOutcome.Waiting ? "Nobody yet" : Words(one.Office)]),
    ];

    /// <summary>Those that name agencies, people and schools as somebody wrote them.</summary>
    public static IEnumerable<ReportTable> ForStaff(Period period) =>
    [
        By(period, "agency-name", "Agencies by name", one => [one.AgencyName]),
        By(period, "decided-by", "Who decided, by name", one => [one.DecidedBy ?? "Nobody yet, or by rule"]),
        By(period, "school", "Schools by name", one => [one.School ?? StudentTables.NoSchool]),
    ];

    private static ReportTable By(
        Period period, string key, string title, Func<ReportedRequest, IEnumerable<string>> asked,
        Func<ReportedRequest, IEnumerable<string>>? held = null, string? note = null)
    {
        var (requests, disclosures) = (Count(period.Received, asked), Count(period.Disclosed, held ?? asked));
        return new(key, title, Counted.Acts,
        [
            .. requests.Keys.Union(disclosures.Keys, StringComparer.OrdinalIgnoreCase)
                .Select(group => new ReportLine(group, null, requests.GetValueOrDefault(group), disclosures.GetValueOrDefault(group)))
                .OrderByDescending(line => line.Asked).ThenByDescending(line => line.Disclosed).ThenBy(line => line.Group, StringComparer.Ordinal),
            .. note is null ? [new ReportLine("All", null, period.Received.Count, period.Disclosed.Count, IsTotal: true)] : Array.Empty<ReportLine>(),
        ], note);
    }

    private static Dictionary<string, long> Count(IEnumerable<ReportedRequest> requests, Func<ReportedRequest, IEnumerable<string>> by) =>
        requests.SelectMany(by).GroupBy(group => group.Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.LongCount(), StringComparer.OrdinalIgnoreCase);

    private static string Ground(ReportedRequest one) => one switch
    {
        { Ground: { } ground } => AuthorityWords.For(ground),
        { Instrument: { } paper } => $"{Words(paper)}, as brought",
        { Claimed: { } claimed } => $"{Words(claimed)}, as claimed",
        _ => "None named",
    };

    private static string Words(LegalProcess process) => process switch
    {
        LegalProcess.Warrant => "Warrant",
        LegalProcess.Subpoena => "Subpoena",
        LegalProcess.CourtOrder => "Court order",
        _ => throw new UnreachableException(),
    };

    private static string Words(ClaimedException claimed) => claimed switch
    {
        ClaimedException.HealthOrSafetyEmergency => "Health or safety emergency",
        ClaimedException.PoliceCriminalInvestigation => "Police criminal investigation",
        ClaimedException.SuspectedChildAbuse => "Suspected child abuse or neglect",
        _ => throw new UnreachableException(),
    };

    private static string Words(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Waiting => "Not decided yet",
        ReviewOutcome.Approved => "Approved",
        ReviewOutcome.Denied => "Denied",
        ReviewOutcome.Refused => "Refused at once",
        ReviewOutcome.HandedOver => "Handed to another office",
        ReviewOutcome.Withdrawn => "Withdrawn or not answered",
        _ => throw new UnreachableException(),
    };

    private static string Words(Office office) => office switch
    {
        Office.DataAndAccountability => "Data and accountability",
        Office.Communications => "Communications",
        Office.PublicRecordsCenter => "Public records center",
        Office.ResearchReview => "Research review",
        Office.StudentRecords => "Student records",
        Office.LegalAdvisor => "Legal advisor",
        Office.Superintendent => "Superintendent",
        _ => throw new UnreachableException(),
    };
}
