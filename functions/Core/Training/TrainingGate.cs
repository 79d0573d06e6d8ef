using System.Globalization;
using Core.Requests;
using NodaTime;
using NodaTime.Text;
using static Core.Requests.RequestCommand;

namespace Core.Training;

/// <summary>Holds up what needs training where that has lapsed or is missing (policy section 5; EQUITY, LTR-2018).</summary>
public static class TrainingGate
{
    /// <summary>Where a person reads how they stand and what to do.</summary>
    public const string Page = "/staff/training";

    private static readonly LocalDatePattern Day = LocalDatePattern.Create("MMMM d, uuuu", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>The work a command is; null for commands that training can never hold up.</summary>
    public static TrainedWork? WorkOf(RequestCommand command) => command switch
    {
        Approve => TrainedWork.Approve,
        Deny => TrainedWork.Deny,
        OverrideCheck => TrainedWork.OverrideCheck,
        ExceptConsent => TrainedWork.Approve,
        CountersignNda => TrainedWork.CountersignNda,
        Deliver => TrainedWork.Deliver,
        AddDeliverable => TrainedWork.Upload,
        AcceptDocument => TrainedWork.AcceptDocument,
        _ => null,
    };

    /// <summary>The refusal of a command that training holds up; null where nothing does.</summary>
    public static Refusal? Judge(RequestCommand command, Actor by, Circumstances circumstances) =>
        WorkOf(command) is { } work && by is Actor.Staff staff
        && Gaps(staff.Name, work, circumstances.Training, circumstances.Policy.Training, circumstances.Today) is [var gap, ..]
            ? new("TrainingNeeded", Sentence(gap), "policy section 5", RefusalKind.Forbidden)
            : null;

    /// <summary>
    /// The courses without which somebody cannot do this work now. Nobody is held up while the register is empty, nor, unless the policy
    /// says so, who is not in it.
    /// </summary>
    public static IReadOnlyList<TrainingStanding> Gaps(
        string signedInAs, TrainedWork work, TrainingRegister register, TrainingRules rules, LocalDate today)
    {
        if (!rules.Required || register.People.Count == 0)
        {
            return [];
        }

        var needed = rules.Courses.Where(course => course.NeededFor.Contains(work));
        return register.Find(signedInAs) is { } person
            ? [.. needed.Select(course => TrainingStanding.Of(person, course, rules, today)).Where(standing => !standing.Holds)]
            : rules.BlockUnlisted ? [.. needed.Select(course => new TrainingStanding(course, TrainingMark.Missing, null))] : [];
    }

    /// <summary>What somebody cannot do now for want of training, each with the course.</summary>
    public static IReadOnlyList<(TrainedWork Work, TrainingStanding Standing)> AllGaps(
        string signedInAs, TrainingRegister register, TrainingRules rules, LocalDate today) =>
    [
        .. Enum.GetValues<TrainedWork>().SelectMany(
            work => Gaps(signedInAs, work, register, rules, today).Select(standing => (work, standing))),
    ];

    /// <summary>What is missing and what to do.</summary>
    public static string Sentence(TrainingStanding gap)
    {
        var why = gap.ValidUntil is { } until
            ? $"Your training \"{gap.Course.Name}\" ended on {Day.Format(until)}."
            : $"No training \"{gap.Course.Name}\" is on record for you.";
        return $"{why} Complete it, and have an administrator enter it; then try again. {Page} shows how you stand.";
    }
}
