using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Portal.Layout;
using Service.Reports;
using Service.Storage;

namespace Service.Portal.Analyst.Queues;

/// <summary>The queue as one member of the staff looks at it.</summary>
/// <param name="Lines">The requests of this page.</param>
/// <param name="Filter">What was chosen.</param>
/// <param name="Next">Query of the next page; null on the last.</param>
/// <param name="IsFirst">This is the first page.</param>
public sealed record QueueView(IReadOnlyList<QueueLine> Lines, Entries Filter, string? Next, bool IsFirst)
{
    /// <summary>What was searched for; null where this is the queue.</summary>
    public string? Search { get; init; }

    /// <summary>How many there are in all; null where they are not counted yet.</summary>
    public QueueTotals? Totals { get; init; }

    /// <summary>Filters this person keeps.</summary>
    public IReadOnlyList<SavedFilter> Saved { get; init; } = [];

    /// <summary>What was typed into the form for several requests, and what is wrong with it.</summary>
    public Entries Bulk { get; init; } = Entries.Blank("bulk");

    /// <summary>What became of several requests at once; null where nothing was done.</summary>
    public BulkOutcome? Outcome { get; init; }

    /// <summary>What can be done to several at once by this person.</summary>
    public IReadOnlyList<BulkAction> Actions { get; init; } = [];

    /// <summary>Late on this page.</summary>
    public int Late => Lines.Count(line => line.Urgency == Urgency.Late);

    /// <summary>Due soon on this page.</summary>
    public int Soon => Lines.Count(line => line.Urgency == Urgency.Soon);
}

/// <summary>One request in the queue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">As it was read; a command made from this page is refused where it has changed since.</param>
/// <param name="Requester">Who asks.</param>
/// <param name="Organization">For whom.</param>
/// <param name="Kind">Who they are to the district.</param>
/// <param name="Level">What they ask for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Office">Who has it.</param>
/// <param name="Assignee">The analyst.</param>
/// <param name="Waiting">Whose turn it is.</param>
/// <param name="DueAt">The deadline.</param>
/// <param name="Urgency">How the deadline looks today.</param>
/// <param name="Expedited">It may not wait.</param>
/// <param name="Unanswered">Nobody reached out in time.</param>
public sealed record QueueLine(
    string Id, int Version, string Requester, string? Organization, RequesterKind Kind, DataLevel Level, RequestStatus Status, Office Office,
    string? Assignee, WaitingOn? Waiting, Instant? DueAt, Urgency Urgency, bool Expedited, bool Unanswered);

/// <summary>How a deadline looks today.</summary>
public enum Urgency
{
    /// <summary>Nothing presses.</summary>
    None,
    /// <summary>Due within three days.</summary>
    Soon,
    /// <summary>The requester owes something: the clock stands still.</summary>
    Paused,
    /// <summary>Past its deadline.</summary>
    Late,
}
