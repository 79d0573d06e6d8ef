using Core.Routing;
using Core.Tests.Requests;

namespace Core.Tests.Routing;

/// <summary>Submissions by what a case is about; all else is plain.</summary>
internal static class Asking
{
    public static readonly Catalogue Nothing = new([]);

    public static Submission For(RequesterKind kind, DataLevel level, params string[] attributes) => new()
    {
        Requester = new Requester { Name = "Rita Quester", Email = "rita@example.org", Kind = kind },
        Purpose = "A report",
        Audience = "The council",
        Data = new RequestedData { Level = level, Scope = "All grades", Attributes = attributes },
    };

    public static Submission Own(this Submission asked) => asked with { Requester = asked.Requester with { CoversOnlyOwnStudents = true } };

    public static Submission Registered(this Submission asked, bool complete = true, bool? agreements = null) =>
        asked with { Requester = asked.Requester with { PartnerRegistration = new(complete, agreements) } };

    public static Submission Approved(this Submission asked, string? number = "R-2026-014") =>
        asked with { Requester = asked.Requester with { ResearchApproval = number } };

    public static Submission With(this Submission asked, LegalProcess instrument) => asked with { LegalProcess = instrument };

    public static Submission With(this Submission asked, ClaimedException claimed) => asked with { ClaimedException = claimed };

    public static Submission With(this Submission asked, FerpaException exception) => asked with { FerpaException = exception };

    public static Submission PublicRecords(this Submission asked) => asked with { IsPublicRecordsRequest = true };

    public static Submission AnsweredByPublished(this Submission asked) => asked with { AnsweredByPublished = true };

    public static Submission Scope(this Submission asked, string scope) => asked with { Data = asked.Data with { Scope = scope } };

    public static Submission Purpose(this Submission asked, string purpose) => asked with { Purpose = purpose };

    public static Submission Audience(this Submission asked, string audience) => asked with { Audience = audience };

    public static Submission Specific(this Submission asked, params string[] ids) =>
        asked with { Data = asked.Data with { SpecificStudents = true, StudentIds = ids } };

    public static TriageResult Triaged(this Submission asked, Catalogue? catalogue = null) => Triage.Decide(asked, Some.Policy, catalogue ?? Nothing);

    public static Decision Decided(this Submission asked) => asked.Triaged().Decision;

    public static string[] Codes(this Decision decision) => [.. decision.Reasons.Select(reason => reason.Code)];
}
