using System.Globalization;
using Core.Authorities;
using Core.Requests;
using NodaTime.Text;
using Service.Portal.Layout;
using static Core.Requests.RequestCommand;

namespace Service.Portal.Analyst;

/// <summary>The forms that only requests of law enforcement have, and what they add to the others.</summary>
internal static class AuthorityForms
{
    /// <summary>The grounds offered, none chosen first.</summary>
    public static IReadOnlyList<Option> Grounds { get; } =
        [new("", "Choose the ground"), .. Enum.GetValues<ReviewGround>().Select(ground => new Option(ground.ToString(), AuthorityWords.For(ground)))];

    /// <summary>Races, as the state reports them.</summary>
    public static IReadOnlyList<Option> Races { get; } =
        [.. Enum.GetValues<StudentRace>().Select(race => new Option(race.ToString(), AuthorityWords.For(race)))];

    /// <summary>English learners or not.</summary>
    public static IReadOnlyList<Option> Learners { get; } =
        [.. Enum.GetValues<EnglishLearners>().Select(learners => new Option(learners.ToString(), AuthorityWords.For(learners)))];

    /// <summary>An approval with what is only asked where law enforcement is.</summary>
    public static RequestCommand Approve(Entries entries) => new Approve(
        entries.Optional("note"), Ground(entries), entries.Optional("conditions"),
        entries["approvedInformation"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } only ? only : null);

    /// <summary>The ground chosen.</summary>
    public static ReviewGround? Ground(Entries entries) => Chosen<ReviewGround>(entries["ground"]);

    /// <summary>One of the forms that only these requests have.</summary>
    public static RequestCommand? Read(Entries entries, out FieldError? error)
    {
        error = null;
        switch (entries.Form)
        {
            case "notify-family" when LocalDatePattern.Iso.Parse(entries["sentOn"]) is { Success: true, Value: var sentOn }:
                return new NotifyFamily(sentOn, entries["how"]);
            case "notify-family":
                error = new("sentOn", "Enter the date of the notice");
                return null;
            case "forbid-notice":
                return new ForbidFamilyNotice(entries["reason"]);
            case "report":
                return new ReportToSuperintendent(entries["text"]);
            default:
                if (int.TryParse(entries["students"], NumberStyles.None, CultureInfo.InvariantCulture, out var students)
                    && Chosen<StudentRace>(entries["race"]) is { } race && Chosen<EnglishLearners>(entries["englishLearners"]) is { } learners)
                {
                    return new DescribeStudents(race, learners, students);
                }

                error = new("students", "Enter how many students as a whole number");
                return null;
        }
    }

    private static T? Chosen<T>(string text) where T : struct, Enum =>
        text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
