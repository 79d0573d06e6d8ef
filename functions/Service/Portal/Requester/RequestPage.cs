using Core.Calendar;
using Core.Languages;
using Core.Policy;
using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>A requester's own page.</summary>
/// <param name="State">The request.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Circumstances">What is decided by now.</param>
/// <param name="Timeline">What happened, newest first.</param>
/// <param name="Say">The language of the page.</param>
/// <param name="In">What was typed into a form that was not carried out.</param>
public sealed record RequestPage(
    RequestState State, Standing Standing, Circumstances Circumstances, IReadOnlyList<TimelineEntry> Timeline, Texts Say, Entries In)
{
    /// <summary>The policy in force.</summary>
    public OfficePolicy Policy => Circumstances.Policy;

    /// <summary>The office that has it, as the requester knows it.</summary>
    public OfficeContact Office => Policy.Offices.TryGetValue(State.Office, out var contact) ? contact : new(Words.Of(State.Office));

    /// <summary>When it is closed by itself if the requester does nothing; null where nothing is owed.</summary>
    public Instant? LapsesAt => Timeouts.Of(State, Circumstances)
        .Where(timeout => timeout.Event is RequestEvent.Lapsed)
        .Select(timeout => (Instant?)timeout.At).FirstOrDefault();

    /// <summary>When an analyst should have written; null where one has, or an approver decides first.</summary>
    public Instant? ContactBy => Timeouts.OutreachOwedSince(State) is { } since
        ? Circumstances.Calendar.After(since, Policy.Clarification.BreachAfter) : null;

    /// <summary>Files that were released and not recalled, those that have ended included.</summary>
    public IReadOnlyList<Deliverable> Files => [.. State.Deliverables.Where(file => file.DeliveredAt is not null)];

    /// <summary>The clock's ledger, line by line.</summary>
    public IReadOnlyList<ClockLine> ClockLines => Clock.Explain(State.Ledger, Circumstances.Calendar, Circumstances.Now, ClockReader.Requester, Say);

    /// <summary>The routing decision in the language of the page.</summary>
    public Decision Decision => State.Decision.In(Say, State.Submission, Policy);

    /// <summary>It can still be withdrawn.</summary>
    public bool CanWithdraw => State.Ending is null && State.DeliveredAt is null;
}
