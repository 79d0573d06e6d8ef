using Core.Languages;
using Core.Policy;
using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Core.Notifications;

/// <summary>What a letter is written about: a message, the request and its surroundings, with what most letters need at hand.</summary>
internal sealed record Occasion(Message Message, RequestState State, LetterContext Context)
{
    public string Id => State.Id;
    public Submission Submission => State.Submission;
    public OfficePolicy Policy => Context.Policy;
    public Instant At => Recorded.At;

    private RecordedEvent Recorded => State.History.FirstOrDefault(recorded => recorded.Sequence == Message.Sequence)
        ?? throw new InvalidOperationException($"Request {Id} has no event {Message.Sequence} to write about.");

    /// <summary>The event the message is about. Another kind than the letter expects is a fault of whoever owes it.</summary>
    public TEvent About<TEvent>() where TEvent : RequestEvent => Recorded.Event as TEvent
        ?? throw new InvalidOperationException($"{Message.Kind} is about {typeof(TEvent).Name}, not {Recorded.Event.GetType().Name}.");

    /// <summary>The event the message is about, where there are several that it may be.</summary>
    public RequestEvent Event => Recorded.Event;

    /// <summary>The requester's language in a letter to them; staff read English.</summary>
    public Texts Say { get; } = Message.To == Audience.Requester ? Texts.For(State.Submission.Language, Context.Policy) : Texts.English;

    public string Day(LocalDate date) => Say.Day(date);
    public string Day(Instant at) => Say.Day(at, Context.Calendar.Zone);
    public string Moment(Instant at) => Say.Moment(at, Context.Calendar.Zone);

    /// <summary>The end of the nth business day after the event, written out.</summary>
    public string After(int businessDays) => After(At, businessDays);
    public string After(Instant from, int businessDays) => Moment(Context.Calendar.After(from, businessDays));

    public string Quote(string text) => Discretion.Quote(text, Submission);
    public string QuoteLine(string text) => Discretion.QuoteLine(text, Submission);

    public string NameOf(Office office) => Contact(office)?.Name ?? office.ToString();
    public OfficeContact? Contact(Office office) => Policy.Offices.GetValueOrDefault(office);

    /// <summary>How an office is reached, for a reader who has to go there.</summary>
    public IEnumerable<Fact> WaysTo(Office office) => Contact(office) is not { } contact ? [] :
        Known((Say.FactOffice, contact.Name), (Say.FactEmail, contact.Email), (Say.FactPhone, contact.Phone), (Say.FactWeb, contact.Url));

    /// <summary>The fulfilment deadline and the clock's own sentence; nothing before the clock starts or after an ending.</summary>
    public IEnumerable<Fact> ClockFacts => Context.Standing is { Clock: { } clock, DueAt: { } due }
        ? Known((Say.FactDue, Moment(due)), (Say.FactOriginallyDue, clock.OriginalDueAt is { } original && original != due ? Moment(original) : null),
            (Say.FactHowCounted, ClockSentence))
        : [];

    /// <summary>The clock's own sentence to this reader.</summary>
    public string? ClockSentence => Message.To == Audience.Requester ? Context.Standing.Clock?.In(Say) : Context.Standing.Clock?.OfficeSentence;

    public Letter ToRequester(
        string subject, IEnumerable<Passage> says, string action, IEnumerable<Fact>? facts = null, string? byWhen = null) =>
        new(
            Say.LetterSubject(Discretion.Line(subject), Id),
            Say.LetterGreeting(Discretion.Line(Submission.Requester.Name)),
            [.. says],
            [new(Say.FactRequest, Id), .. facts ?? []],
            new(action, Context.Links.RequesterPage),
            byWhen,
            [Say.LetterSignature(Policy.District.OfficeName, Policy.District.Name), Questions, Say.LetterPrivate]) { Say = Say };

    public Letter ToStaff(
        string subject, IEnumerable<Passage> says, string action, IEnumerable<Fact>? facts = null, string? byWhen = null) =>
        new(
            $"[{Id}] {Discretion.Line(subject)}",
            "Hello,",
            [.. says],
            [new("Request", Id), .. About(Submission), .. facts ?? []],
            new(action, Context.Links.StaffPage),
            byWhen,
            [$"{Policy.District.OfficeName}, {Policy.District.Name}", "Sent by the data request system."]);

    public static IEnumerable<Fact> Known(params (string Label, string? Value)[] facts) =>
        facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => new Fact(fact.Label, fact.Value!));

    private IEnumerable<Fact> About(Submission submission) =>
        Known(("From", Words.For(submission.Requester.Kind)), ("Data", Words.For(State.Decision.EffectiveLevel)));

    private string Questions => Contact(Office.DataAndAccountability) switch
    {
        { Email: { } email, Phone: { } phone } => Say.LetterQuestionsBoth(email, phone, Id),
        { Email: { } email } => Say.LetterQuestionsEmail(email, Id),
        { Phone: { } phone } => Say.LetterQuestionsPhone(phone, Id),
        _ => Say.LetterQuestions(Id),
    };
}
