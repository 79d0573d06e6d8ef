using System.Globalization;
using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Core.Disclosure;

/// <summary>Makes the ledger's entries for a request.</summary>
public static class Entries
{
    /// <summary>Only identifiable information is recorded; directory information and counts are not (34 CFR 99.32(d)).</summary>
    public static bool AreOwed(RequestState state) =>
        state.Decision.EffectiveLevel is DataLevel.IdentifiableRoster or DataLevel.IndividualRecord;

    /// <summary>Of the request itself: one entry a student it names, or one for students unknown. None where no entries are owed.</summary>
    public static IReadOnlyList<LedgerEntry> OfRequest(RequestState state) => !AreOwed(state) ? [] : ForEach(
        state.Submission.Data.StudentIds,
        Entry(state, state.SubmittedAt, IsRefused(state) ? LedgerKind.RefusedRequest : LedgerKind.Request, "") with
        {
            What = Asked(state.Submission.Data),
        });

    /// <summary>Of a file's release: one entry a student in it, or one for students unknown. None where no entries are owed.</summary>
    /// <param name="state">The request.</param>
    /// <param name="file">The file.</param>
    /// <param name="studentIds">The students in it, as its check found them.</param>
    /// <param name="at">When it is released; the same release must always give the same time, which is part of the entries' identity.</param>
    public static IReadOnlyList<LedgerEntry> OfRelease(RequestState state, Deliverable file, IReadOnlyList<string> studentIds, Instant at) =>
        !AreOwed(state) ? [] : ForEach(studentIds, Entry(state, at, LedgerKind.Disclosure, file.Id) with
        {
            What = $"{file.FileName}: {Asked(state.Submission.Data)}",
        });

    private static IReadOnlyList<LedgerEntry> ForEach(IReadOnlyList<string> students, LedgerEntry entry) =>
        students.Count == 0 ? [entry] : [.. students.Distinct(StringComparer.Ordinal).Select(student => entry with { StudentId = student })];

    private static LedgerEntry Entry(RequestState state, Instant at, LedgerKind kind, string reference) => new()
    {
        StudentId = null,
        Kind = kind,
        At = at,
        RequestId = state.Id,
        Reference = reference,
        Receiver = state.Submission.Requester.Name,
        Organization = state.Submission.Requester.Organization,
        LegitimateInterest = state.Submission.Purpose,
        Ground = Ground(state),
        What = "",
    };

    private static bool IsRefused(RequestState state) =>
        state.Ending is RequestStatus.Refused or RequestStatus.Denied || state.Decision.Disposition == Disposition.Refuse;

    private static string Asked(RequestedData data) => string.Create(CultureInfo.InvariantCulture,
        $"{(data.Attributes.Count > 0 ? string.Join(", ", data.Attributes) : data.Scope)}{(data.SchoolYears.Count > 0 ? $"; {string.Join(", ", data.SchoolYears)}" : "")}");

    private static string Ground(RequestState state)
    {
        var submission = state.Submission;
        return (submission.LegalProcess, submission.ClaimedException, submission.FerpaException) switch
        {
            (LegalProcess.Subpoena or LegalProcess.CourtOrder or LegalProcess.Warrant, _, _) => $"{submission.LegalProcess} (34 CFR 99.31(a)(9))",
            (_, ClaimedException.HealthOrSafetyEmergency, _) => $"Health or safety emergency (34 CFR 99.36), claimed by {submission.Requester.Name}",
            (_, { } claimed, _) => $"{claimed}, claimed by {submission.Requester.Name}",
            (_, _, FerpaException.Studies) => "Study for the district (34 CFR 99.31(a)(6))",
            (_, _, FerpaException.Audit) => "Audit or evaluation (34 CFR 99.35)",
            (_, _, FerpaException.SchoolOfficial) => "School official (34 CFR 99.31(a)(1))",
            _ when state.Requirements.Contains(Requirement.FamilyConsent) => "Family consent (34 CFR 99.30)",
            _ when submission.Requester.Kind is RequesterKind.SchoolLeader or RequesterKind.Teacher or RequesterKind.CentralOffice => "School official (34 CFR 99.31(a)(1))",
            _ => "None stated",
        };
    }
}
