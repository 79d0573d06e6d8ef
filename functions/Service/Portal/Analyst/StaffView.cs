using Core.Calendar;
using Core.Requests;
using Service.Portal.Analyst.Outgoing;
using Service.Portal.Analyst.Queues;
using Service.Portal.Layout;
using Service.StandardTexts;
using Service.Storage;

namespace Service.Portal.Analyst;

/// <summary>One request as staff work on it.</summary>
/// <param name="State">The request.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Circumstances">What is decided by now.</param>
/// <param name="Actions">What this person can do now.</param>
/// <param name="History">What happened, newest first.</param>
/// <param name="In">What was typed into a form that was not carried out.</param>
/// <param name="Preview">The e-mails that the form would send as it is filled in; null where nobody asked yet.</param>
public sealed record StaffView(
    RequestState State, Standing Standing, Circumstances Circumstances, IReadOnlyList<StaffAction> Actions, IReadOnlyList<TimelineEntry> History, Entries In,
    IReadOnlyList<OutgoingLetter>? Preview = null)
{
    /// <summary>Who else looks at it now or did a short while ago.</summary>
    public IReadOnlyList<Onlooker> Others { get; init; } = [];

    /// <summary>What the registers of partners and research approvals say of who made the request.</summary>
    public IReadOnlyList<Core.Partners.PartnerFinding> Partner { get; init; } = [];

    /// <summary>The standard texts.</summary>
    public IReadOnlyList<StandardText> Texts { get; init; } = [];

    /// <summary>The standard texts for an action, those in the requester's language first.</summary>
    public IReadOnlyList<StandardText> TextsFor(string form) =>
        [.. Texts.Where(text => text.Form == form).OrderBy(text => (text.Language ?? "en") != State.Submission.Language)];

    /// <summary>The clock's ledger, line by line.</summary>
    public IReadOnlyList<ClockLine> ClockLines =>
        Clock.Explain(State.Ledger, Circumstances.Calendar, Circumstances.Now, ClockReader.Office);

    /// <summary>When an expedited review has to be decided; null where none waits.</summary>
    public NodaTime.Instant? ReviewDueAt => ExpeditedReview.DueAt(State, Circumstances);

    /// <summary>How the deadline looks now.</summary>
    public Urgency Urgency => DueChip.Judge(
        Standing.DueAt, Standing.WaitingOn, State.DeliveredAt is not null || State.Ending is not null, Circumstances.Now);
}
