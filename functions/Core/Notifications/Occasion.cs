using System.Globalization;
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

    public string Day(LocalDate date) => Dates.Day(date);
    public string Day(Instant at) => Dates.Day(at.InZone(Context.Calendar.Zone).Date);
    public string Moment(Instant at) => Dates.Moment(at, Context.Calendar.Zone);

    /// <summary>The end of the nth business day after the event, written out.</summary>
    public string After(int businessDays) => After(At, businessDays);
    public string After(Instant from, int businessDays) => Moment(Context.Calendar.After(from, businessDays));

    public string Quote(string text) => Discretion.Quote(text, Submission);
    public string QuoteLine(string text) => Discretion.QuoteLine(text, Submission);

    public string NameOf(Office office) => Contact(office)?.Name ?? office.ToString();
    public OfficeContact? Contact(Office office) => Policy.Offices.GetValueOrDefault(office);

    /// <summary>How an office is reached, for a reader who has to go there.</summary>
    public IEnumerable<Fact> WaysTo(Office office) => Contact(office) is not { } contact ? [] :
        Known(("Office", contact.Name), ("E-mail", contact.Email), ("Phone", contact.Phone), ("Web", contact.Url));

    /// <summary>The fulfilment deadline and the clock's own sentence; nothing before the clock starts or after an ending.</summary>
    public IEnumerable<Fact> ClockFacts => Context.Standing is { Clock: { } clock, DueAt: { } due }
        ? Known(("Due", Moment(due)), ("Originally due", clock.OriginalDueAt is { } original && original != due ? Moment(original) : null),
            ("How the days are counted", clock.Sentence))
        : [];

    public Letter ToRequester(
        string subject, IEnumerable<Passage> says, string action, IEnumerable<Fact>? facts = null, string? byWhen = null) =>
        new(
            $"{Discretion.Line(subject)} ({Id})",
            $"Dear {Discretion.Line(Submission.Requester.Name)},",
            [.. says],
            [new("Request", Id), .. facts ?? []],
            new(action, Context.Links.RequesterPage),
            byWhen,
            [.. Signature, "The link above opens your page without a password. Please do not pass this message on."]);

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

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private IEnumerable<Fact> About(Submission submission) =>
        Known(("From", Words.For(submission.Requester.Kind)), ("Data", Words.For(State.Decision.EffectiveLevel)));

    private IEnumerable<string> Signature
    {
        get
        {
            yield return $"{Policy.District.OfficeName}, {Policy.District.Name}";
            var contact = Contact(Office.DataAndAccountability);
            var ways = string.Join(" or call ", new[] { contact?.Email is { } email ? $"write to {email}" : null, contact?.Phone }
                .Where(way => way is not null));
            yield return $"Questions? {(ways.Length > 0 ? $"Please {ways} and" : "Please write to us and")} give your request's number, {Id}.";
        }
    }
}
