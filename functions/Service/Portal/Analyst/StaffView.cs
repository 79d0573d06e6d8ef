using Core.Calendar;
using Core.Requests;
using Service.Portal.Analyst.Queues;
using Service.Portal.Layout;

namespace Service.Portal.Analyst;

/// <summary>One request as staff work on it.</summary>
/// <param name="State">The request.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Circumstances">What is decided by now.</param>
/// <param name="Actions">What this person can do now.</param>
/// <param name="History">What happened, newest first.</param>
/// <param name="In">What was typed into a form that was not carried out.</param>
public sealed record StaffView(
    RequestState State, Standing Standing, Circumstances Circumstances, IReadOnlyList<StaffAction> Actions, IReadOnlyList<TimelineEntry> History, Entries In)
{
    /// <summary>The clock's ledger, line by line.</summary>
    public IReadOnlyList<ClockLine> ClockLines =>
        Clock.Explain(State.Ledger, Circumstances.Calendar, Circumstances.Now, ClockReader.Office);

    /// <summary>When an expedited review has to be decided; null where none waits.</summary>
    public NodaTime.Instant? ReviewDueAt => ExpeditedReview.DueAt(State, Circumstances);

    /// <summary>How the deadline looks now.</summary>
    public Urgency Urgency => DueChip.Judge(
        Standing.DueAt, Standing.WaitingOn, State.DeliveredAt is not null || State.Ending is not null, Circumstances.Now);
}
