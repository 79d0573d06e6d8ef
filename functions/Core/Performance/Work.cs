using Core.Routing;
using NodaTime;

namespace Core.Performance;

/// <summary>What time was spent waiting for somebody else, in business days.</summary>
/// <param name="Answer">For the requester's answers.</param>
/// <param name="FeeDecision">For the requester's decision on a fee.</param>
/// <param name="Documents">For documents.</param>
/// <param name="Agreement">From the agreement being put before the requester to its execution.</param>
/// <param name="Other">For anything else that holds the clock up.</param>
public sealed record WaitingDays(int Answer = 0, int FeeDecision = 0, int Documents = 0, int Agreement = 0, int Other = 0)
{
    /// <summary>All of it.</summary>
    public int Total => Answer + FeeDecision + Documents + Agreement + Other;
}

/// <summary>A request as reports count it.</summary>
/// <param name="Id">The request.</param>
/// <param name="Office">Who had it.</param>
/// <param name="Kind">Who asked.</param>
/// <param name="Level">What for.</param>
/// <param name="Assignee">The analyst, where there is one.</param>
/// <param name="ReceivedOn">The day it was submitted, in the office's time zone.</param>
public abstract record Work(string Id, Office Office, RequesterKind Kind, DataLevel Level, string? Assignee, LocalDate ReceivedOn);

/// <summary>A request whose data was delivered.</summary>
/// <param name="Id">The request.</param>
/// <param name="Office">Who had it.</param>
/// <param name="Kind">Who asked.</param>
/// <param name="Level">What for.</param>
/// <param name="Assignee">The analyst.</param>
/// <param name="ReceivedOn">The day it was submitted.</param>
/// <param name="DeliveredOn">The day the data left.</param>
/// <param name="BusinessDays">Business days its clock counted.</param>
/// <param name="KeptOriginal">It left by the deadline it had before any extension.</param>
/// <param name="Kept">It left by its deadline, extensions included.</param>
/// <param name="Waited">What it waited for.</param>
public sealed record Delivered(
    string Id, Office Office, RequesterKind Kind, DataLevel Level, string? Assignee, LocalDate ReceivedOn, LocalDate DeliveredOn, int BusinessDays,
    bool KeptOriginal, bool Kept, WaitingDays Waited) : Work(Id, Office, Kind, Level, Assignee, ReceivedOn);

/// <summary>A request that is open and not delivered.</summary>
/// <param name="Id">The request.</param>
/// <param name="Office">Who has it.</param>
/// <param name="Kind">Who asked.</param>
/// <param name="Level">What for.</param>
/// <param name="Assignee">The analyst; null where nobody has it yet.</param>
/// <param name="ReceivedOn">The day it was submitted.</param>
/// <param name="DueOn">The day it is due; null where its clock has not started.</param>
/// <param name="DaysCounted">Business days counted so far.</param>
/// <param name="DaysAllowed">Business days allowed.</param>
/// <param name="WaitsForRequester">The clock stands still, or has not started, because the requester owes something.</param>
/// <param name="IsDueSoon">It is in the warned part of its days.</param>
/// <param name="IsLate">It is past a deadline.</param>
public sealed record Underway(
    string Id, Office Office, RequesterKind Kind, DataLevel Level, string? Assignee, LocalDate ReceivedOn, LocalDate? DueOn, int DaysCounted, int DaysAllowed,
    bool WaitsForRequester, bool IsDueSoon, bool IsLate) : Work(Id, Office, Kind, Level, Assignee, ReceivedOn);
