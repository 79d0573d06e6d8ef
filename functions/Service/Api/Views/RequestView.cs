using System.Text.Json.Serialization;
using Core.Agreements;
using Core.Calendar;
using Core.Fees;
using Core.Release;
using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Service.Api.Views;

/// <summary>A request as the API shows it. What is for staff alone is left out for its requester.</summary>
internal sealed record RequestView
{
    public required string Id { get; init; }
    public required RequestStatus Status { get; init; }
    /// <summary>To be sent back with a command as expectedVersion.</summary>
    public required int Version { get; init; }
    public required Office Office { get; init; }
    public required Instant SubmittedAt { get; init; }
    /// <summary>The fulfilment deadline; null before it is known and after an ending.</summary>
    public required Instant? DueAt { get; init; }
    /// <summary>The deadline without extensions.</summary>
    public required Instant? OriginalDueAt { get; init; }
    public required WaitingOn? WaitingOn { get; init; }
    public required Instant? EndedAt { get; init; }
    public required Decision Decision { get; init; }
    public required IReadOnlyList<Requirement> Requirements { get; init; }
    public required ClockView? Clock { get; init; }
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
    public required FeeView? FeeEstimate { get; init; }
    public required NdaView? Nda { get; init; }
    public required IReadOnlyList<DocumentView> Documents { get; init; }
    public required IReadOnlyList<DeliverableView> Deliverables { get; init; }
    public required IReadOnlyList<QuestionView> Questions { get; init; }
    /// <summary>The receiver owes an attestation that the data was destroyed.</summary>
    public required bool OwesDestruction { get; init; }

    /// <summary>Staff only: the analyst who has it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Assignee { get; init; }
    /// <summary>Staff only: what was asked, and by whom.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Submission? Submission { get; init; }
}

/// <summary>The fulfilment clock: its sentence, and the ledger behind it.</summary>
internal sealed record ClockView(string Sentence, bool IsRunning, int DaysCounted, int DaysAllowed, IReadOnlyList<ClockLine> Ledger);

/// <summary>A fee estimate and what became of it.</summary>
internal sealed record FeeView(
    IReadOnlyList<FeeLine> Lines, decimal Total, string Currency, string? Note, FeeDecision Decision, Instant EstimatedAt);

/// <summary>Where an agreement stands.</summary>
internal enum NdaStatus
{
    /// <summary>The requester has to sign.</summary>
    AwaitingSignature,
    /// <summary>The office has to countersign.</summary>
    AwaitingCountersignature,
    /// <summary>Fully executed.</summary>
    Executed,
    /// <summary>One executed under another request covers this one.</summary>
    Reused,
}

/// <summary>The agreement. What is signed is exactly <paramref name="Text"/>.</summary>
internal sealed record NdaView(
    string Id, string? Text, string? TextHash, string? SignedBy, Instant? SignedAt, string? CountersignedBy, Instant? ExecutedAt,
    LocalDate? EndsOn, NdaStatus Status);

/// <summary>A required kind of document, and what was handed in.</summary>
internal sealed record DocumentView(Requirement? Requirement, DocumentKind Kind, DocumentStanding? Standing, IReadOnlyList<HandedInView> HandedIn);

/// <summary>One document handed in.</summary>
internal sealed record HandedInView(string Id, string Name, long Size, Instant At);

/// <summary>A question and its answer.</summary>
internal sealed record QuestionView(string Question, Instant AskedAt, string? Answer, Instant? AnsweredAt);

/// <summary>Where a file stands.</summary>
internal enum DeliverableStatus
{
    /// <summary>Staff only: uploaded, not delivered.</summary>
    Uploaded,
    /// <summary>Staff only: uploaded and being checked; nobody can fetch it.</summary>
    BeingChecked,
    /// <summary>It can be fetched.</summary>
    Available,
    /// <summary>Its link has ended.</summary>
    Expired,
    /// <summary>It must not be used any more.</summary>
    Recalled,
}

/// <summary>A file.</summary>
internal sealed record DeliverableView(string Id, string Name, Instant? ExpiresAt, long Size, DeliverableStatus Status)
{
    /// <summary>Of a table in which small groups were hidden: that, and why, in plain words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? HiddenNote { get; init; }
    /// <summary>Staff only: what is hidden in it, cell by cell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenCells? Hidden { get; init; }
    /// <summary>Staff only: what the check found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FileCheck? Check { get; init; }
    /// <summary>Staff only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UploadedBy { get; init; }
    /// <summary>Staff only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OverriddenBy { get; init; }
    /// <summary>Staff only: how often it was fetched.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Downloads { get; init; }
    /// <summary>Staff only: who fetched it and when, which after a recall is who has it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FetchView>? FetchedBy { get; init; }
}

/// <summary>One download; <paramref name="By"/> is a member of the staff, or "requester".</summary>
/// <param name="Bytes">How many bytes were asked for, of the file's size; null for downloads older than this is kept.</param>
internal sealed record FetchView(Instant At, string By, long? Bytes);
