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

    private static LedgerEntry Entry(RequestState state, Instant at, LedgerKind kind, string reference)
    {
        var grounds = Grounds.Of(state);
        return new()
        {
            StudentId = null,
            Kind = kind,
            At = at,
            RequestId = state.Id,
            Reference = reference,
            Receiver = state.Submission.Requester.Name,
            Organization = state.Submission.Requester.Organization,
            ReceiverKind = state.Submission.Requester.Kind,
            LegitimateInterest = state.Submission.Purpose,
            FurtherParties = state.Submission.Audience,
            Ground = grounds.Text,
            Exception = grounds.Exception,
            ReliedOnBy = grounds.ReliedOnBy,
            What = "",
        };
    }

    private static bool IsRefused(RequestState state) =>
        state.Ending is RequestStatus.Refused or RequestStatus.Denied || state.Decision.Disposition == Disposition.Refuse;

    private static string Asked(RequestedData data) => string.Create(CultureInfo.InvariantCulture,
        $"{(data.Attributes.Count > 0 ? string.Join(", ", data.Attributes) : data.Scope)}{(data.SchoolYears.Count > 0 ? $"; {string.Join(", ", data.SchoolYears)}" : "")}");
}
