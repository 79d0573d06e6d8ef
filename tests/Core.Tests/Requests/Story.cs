using Core.Calendar;
using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Core.Tests.Requests;

/// <summary>Lives through a request by commands at simulated times, through the real Decide and Fold.</summary>
internal sealed class Story
{
    private Story(Instant now) => Now = now;

    public RequestState? State { get; private set; }
    public Instant Now { get; private set; }
    public BusinessCalendar Calendar { get; set; } = Some.Calendar;
    public int PolicyVersion { get; set; } = 1;
    public Core.Agreements.CurrentNda? CurrentNda { get; set; }
    public Refusal? LastRefusal { get; private set; }
    public HashSet<string> Done { get; } = [];
    public List<OwedEffect> Sent { get; } = [];

    public RequestState It => State.ShouldNotBeNull();
    public Standing Standing => Core.Requests.Standing.Of(It, Circumstances);
    public RequestStatus Status => Standing.Status;
    public Circumstances Circumstances => new(Now, Some.Policy, Calendar, CurrentNda);

    public static Story Of(Decision decision, Instant? at = null, RequesterKind kind = RequesterKind.Public, Submission? submission = null)
    {
        var story = new Story(at ?? Some.Monday);
        return story.Do(new RequestCommand.Submit(submission ?? Some.Submission(kind, decision.EffectiveLevel), decision), Actor.Requester);
    }

    public static Story InProgress(params Requirement[] requirements) =>
        Of(Some.Decision(requirements: requirements)).Do(new RequestCommand.Assign("Ana Lyst"));

    public Story Do(RequestCommand command, Actor? by = null)
    {
        var ruling = Lifecycle.Decide("DR-1", State, command, by ?? Some.Analyst, Circumstances);
        LastRefusal = ruling.Refusal;
        foreach (var happened in ruling.Events)
        {
            State = Fold.Apply(State, "DR-1", new RecordedEvent((State?.Sequence ?? 0) + 1, Now, by ?? Some.Analyst, happened) { PolicyVersion = PolicyVersion });
        }

        return this;
    }

    /// <summary>Lets time pass as the engine does: stops at every wake-up on the way and does what is due.</summary>
    public Story Until(Instant target)
    {
        for (var wakes = 0; wakes < 1000; wakes++)
        {
            Settle();
            var wake = Owed.NextWake(It, Done, Circumstances);
            if (wake is null || wake > target)
            {
                break;
            }

            Now = Instant.Max(Now, wake.Value);
        }

        Now = Instant.Max(Now, target);
        Settle();
        return this;
    }

    public Story Until(int year, int month, int day, int hour = 12) => Until(Some.At(year, month, day, hour));

    public IEnumerable<string> SentKinds => Sent.Select(effect => effect.Effect)
        .OfType<Effect.SendMail>().Select(mail => mail.Message.Kind.ToString());

    private void Settle()
    {
        Do(new RequestCommand.PassTime(), Actor.System);
        foreach (var effect in Owed.Effects(It, Circumstances).Where(effect => effect.DueAt <= Now && Done.Add(effect.Id)))
        {
            Sent.Add(effect with { DueAt = Now });
        }
    }
}
