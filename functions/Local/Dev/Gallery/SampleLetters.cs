using System.Globalization;
using Core.Languages;
using Core.Notifications;
using Core.Requests;
using Core.Training;
using NodaTime;

namespace Local.Dev.Gallery;

/// <summary>
/// Every letter the product writes, written by the code that writes the real ones, about invented requests: each template as often as it
/// reads differently, to requesters in every language there is, to staff in English.
/// </summary>
internal static class SampleLetters
{
    private const string Id = "DR-2026-0042";
    private const string Site = "https://requests.district.example";
    private const string Code = "042917";
    private static readonly LetterLinks Links = LetterLinks.For(Site, Id, "sent-with-the-letter");

    /// <summary>The letters, those to requesters first.</summary>
    /// <param name="now">When, and by which rules.</param>
    public static IReadOnlyList<SampleLetter> All(Circumstances now)
    {
        // A letter is shown in a language before the policy offers it: that is when it is looked at.
        var everywhere = now with { Policy = now.Policy with { Languages = [.. Texts.All.Select(say => say.Tag)] } };
        var english = Written(everywhere, Texts.English);
        var further = Texts.All.ToDictionary(say => say.Tag, say => say == Texts.English ? english : Written(everywhere, say), StringComparer.Ordinal);
        var shown = english.Keys.GroupBy(key => (key.Kind, key.To, Shape(english[key])))
            .Select(alike => alike.First()).OrderBy(key => (key.To != Audience.Requester, key.Kind, key.To)).ToList();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. shown.Select(key => new SampleLetter(
                Numbered(key.To == Audience.Requester ? $"{key.Kind}" : $"{key.Kind}-{key.To}", numbers), Words(key.To), key.To == Audience.Requester, key.Story,
                key.To == Audience.Requester
                    ? further.ToDictionary(one => one.Key, one => one.Value[key], StringComparer.Ordinal)
                    : InEnglish(english[key]))),
            .. Upkeep(now),
        ];
    }

    private sealed record Key(MessageKind Kind, Audience To, string Story, int Sequence);

    private static Dictionary<Key, Letter> Written(Circumstances now, Texts say)
    {
        var written = new Dictionary<Key, Letter>();
        foreach (var (story, events) in SampleStories.All(now, say.Tag))
        {
            RequestState? state = null;
            var at = now.Now;
            foreach (var happened in events)
            {
                state = Fold.Apply(state, Id, new((state?.Sequence ?? 0) + 1, at, Actor.System, happened));
                var then = now with { Now = at };
                var context = new LetterContext(now.Policy, now.Calendar, Standing.Of(state, then), Links, Code);
                foreach (var message in Owed.Effects(state, then).Select(owed => owed.Effect).OfType<Effect.SendMail>().Select(mail => mail.Message))
                {
                    written.TryAdd(new(message.Kind, message.To, story, message.Sequence), Letters.Write(message, state, context));
                }

                at += Duration.FromHours(26);
            }
        }

        return written;
    }

    // Two letters of a template that differ in names and dates alone need not both be looked at.
    private static string Shape(Letter letter) => string.Join('|',
        [letter.Action.Text, letter.ByWhen is null ? "" : "by", .. letter.Passages.Select(passage => passage.GetType().Name), .. letter.Facts.Select(fact => fact.Label)]);

    private static string Numbered(string name, Dictionary<string, int> numbers)
    {
        var number = numbers[name] = numbers.GetValueOrDefault(name) + 1;
        return number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
    }

    // What is about no single request.
    private static IEnumerable<SampleLetter> Upkeep(Circumstances now)
    {
        DigestLine[] some = [new(Id, "answered since Monday, nobody wrote back"), new("DR-2026-0051", "due tomorrow")];
        var course = now.Policy.Training.Courses.FirstOrDefault() ?? new("privacy", "Student data privacy", 12, [TrainedWork.Deliver]);
        var reminder = new TrainingReminder("sample", now.Now, new("Ana Lyst", "ana@district.example", "Data office", [StaffRole.Analyst], []), course, now.Today.PlusDays(30));
        yield return Of("DailyDigest", "the administrators", "every business day", UpkeepLetters.Daily(new(now.Today, [some[0]], [some[1]], []), now.Policy, Site));
        yield return Of("SweepReport", "the administrators", "the daily check", UpkeepLetters.Restarted(some, now.Policy, Site));
        yield return Of("TrainingReminder", "a member of the staff", "training that ends", TrainingLetters.Of(reminder, now.Policy, Site, now.Today));
        yield return Of("TrainingReminder-lapsed", "a member of the staff", "training that ended", TrainingLetters.Of(reminder, now.Policy, Site, now.Today.PlusDays(31)));
    }

    private static SampleLetter Of(string name, string to, string shows, Letter letter) => new(name, to, false, shows, InEnglish(letter));

    private static Dictionary<string, Letter> InEnglish(Letter letter) => new(StringComparer.Ordinal) { [Texts.English.Tag] = letter };

    private static string Words(Audience to) => to switch
    {
        Audience.Requester => "the requester",
        Audience.Analyst => "the analyst",
        Audience.Approvers => "the approvers",
        Audience.Administrators => "the administrators",
        Audience.ReceivingOffice => "the other office",
        Audience.School => "the school",
        Audience.Superintendent => "the superintendent",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
