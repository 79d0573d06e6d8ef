using Core.Routing;
using NodaTime;

namespace Core.Disclosure;

/// <summary>What is recorded about a student's records.</summary>
public enum LedgerKind
{
    /// <summary>Somebody asked for them.</summary>
    Request,
    /// <summary>Somebody received them.</summary>
    Disclosure,
    /// <summary>Somebody asked for them and was refused.</summary>
    RefusedRequest,
}

/// <summary>
/// One entry of the record that 34 CFR 99.32 asks for: one for each student, request and disclosure. It outlives the request, so it
/// repeats what it needs of it.
/// </summary>
public sealed record LedgerEntry
{
    /// <summary>The student's ID; null where the file did not say which students were in it.</summary>
    public required string? StudentId { get; init; }
    /// <summary>What happened.</summary>
    public required LedgerKind Kind { get; init; }
    /// <summary>When.</summary>
    public required Instant At { get; init; }
    /// <summary>The request's id.</summary>
    public required string RequestId { get; init; }
    /// <summary>What sets it apart from other entries of the same request and time: a file's id.</summary>
    public string Reference { get; init; } = "";
    /// <summary>Who asked or received (99.32(a)(3)(i)).</summary>
    public required string Receiver { get; init; }
    /// <summary>The receiver's organization.</summary>
    public string? Organization { get; init; }
    /// <summary>Who the receiver is to the district; null in entries of before this was recorded.</summary>
    public RequesterKind? ReceiverKind { get; init; }
    /// <summary>The legitimate interest in the information (99.32(a)(3)(ii)).</summary>
    public required string LegitimateInterest { get; init; }
    /// <summary>With whom the receiver said to share it: further parties (99.32(b)(1)).</summary>
    public string? FurtherParties { get; init; }
    /// <summary>The ground: consent, or the exception relied on and by whom (99.31, 99.32(a)(5)).</summary>
    public required string Ground { get; init; }
    /// <summary>The exception to consent that was relied on, with its paragraph; null where the ground is consent or none.</summary>
    public string? Exception { get; init; }
    /// <summary>Who relied on the exception, and who of the office let it stand (99.32(a)(5)).</summary>
    public string? ReliedOnBy { get; init; }
    /// <summary>What information.</summary>
    public required string What { get; init; }
}
