using Core.Requests;
using Core.Routing;

namespace Core.Disclosure;

/// <summary>On what ground identifiable information was asked for or disclosed.</summary>
/// <param name="Text">The ground as the ledger states it.</param>
/// <param name="Exception">The exception to consent, with its paragraph; null where the ground is consent or none.</param>
/// <param name="ReliedOnBy">Who relied on it; null where there is no exception.</param>
internal sealed record Grounds(string Text, string? Exception, string? ReliedOnBy)
{
    private const string SchoolOfficial = "School official (34 CFR 99.31(a)(1))";

    /// <summary>The ground of a request as it stands: the first row that holds.</summary>
    public static Grounds Of(RequestState state)
    {
        var submission = state.Submission;
        var requester = submission.Requester;
        var exception = (submission.LegalProcess, submission.ClaimedException, submission.FerpaException, requester.Kind) switch
        {
            ({ } process, _, _, _) => $"{Name(process)} (34 CFR 99.31(a)(9))",
            (_, Routing.ClaimedException.HealthOrSafetyEmergency, _, _) => "Health or safety emergency (34 CFR 99.31(a)(10), 99.36)",
            (_, Routing.ClaimedException.PoliceCriminalInvestigation, _, _) => "Police criminal investigation (PLAN-2020)",
            (_, Routing.ClaimedException.SuspectedChildAbuse, _, _) => "Report of suspected child abuse (PLAN-2020)",
            (_, _, { } claimed, _) => Name(claimed),
            _ when state.Requirements.Contains(Requirement.FamilyConsent) => null,
            (_, _, _, RequesterKind.SchoolLeader or RequesterKind.Teacher or RequesterKind.CentralOffice) => SchoolOfficial,
            _ => null,
        };
        if (exception is null && state.ConsentException is { } excepted)
        {
            var by = ReliedOn(state);
            var named = Name(excepted);
            return new($"Family consent (34 CFR 99.30); for students without it: {named}, relied on by {by}", named, by);
        }

        if (exception is null)
        {
            return new(state.Requirements.Contains(Requirement.FamilyConsent) ? "Family consent (34 CFR 99.30)" : "None stated", null, null);
        }

        var reliedOnBy = ReliedOn(state);
        return new($"{exception}, relied on by {reliedOnBy}", exception, reliedOnBy);
    }

    private static string ReliedOn(RequestState state)
    {
        var requester = state.Submission.Requester;
        var claimed = requester.Organization is { } organization ? $"{requester.Name}, {organization}" : requester.Name;
        return state.History.LastOrDefault(recorded => recorded.Event is RequestEvent.Approved or RequestEvent.ConsentExcepted)?.By is Actor.Staff approver
            ? $"{claimed}; approved by {approver.Name}"
            : claimed;
    }

    private static string Name(FerpaException exception) => exception switch
    {
        FerpaException.Studies => "Study for the district (34 CFR 99.31(a)(6))",
        FerpaException.Audit => "Audit or evaluation (34 CFR 99.31(a)(3), 99.35)",
        FerpaException.SchoolOfficial => SchoolOfficial,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Name(LegalProcess process) => process switch
    {
        LegalProcess.Warrant => "Warrant",
        LegalProcess.Subpoena => "Subpoena",
        LegalProcess.CourtOrder => "Court order",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
