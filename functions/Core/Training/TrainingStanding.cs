using NodaTime;

namespace Core.Training;

/// <summary>How somebody stands with one course.</summary>
public enum TrainingMark
{
    /// <summary>It holds.</summary>
    Current,
    /// <summary>It holds, and its end is near enough for a reminder.</summary>
    EndsSoon,
    /// <summary>It has ended.</summary>
    Lapsed,
    /// <summary>Nothing is on record.</summary>
    Missing,
}

/// <summary>How somebody stands with one course on one day.</summary>
/// <param name="Course">The course.</param>
/// <param name="Mark">How.</param>
/// <param name="ValidUntil">The last day on which it holds or held; null where nothing is on record.</param>
public sealed record TrainingStanding(TrainingCourse Course, TrainingMark Mark, LocalDate? ValidUntil)
{
    /// <summary>It holds.</summary>
    public bool Holds => Mark is TrainingMark.Current or TrainingMark.EndsSoon;

    /// <summary>How a person stands with a course.</summary>
    public static TrainingStanding Of(TrainedPerson person, TrainingCourse course, TrainingRules rules, LocalDate today)
    {
        var until = person.Latest(course.Code)?.ValidUntil;
        var soon = rules.RemindBeforeCalendarDays.DefaultIfEmpty(0).Max();
        return new(course, until switch
        {
            null => TrainingMark.Missing,
            { } last when last < today => TrainingMark.Lapsed,
            { } last when last.PlusDays(-soon) <= today => TrainingMark.EndsSoon,
            _ => TrainingMark.Current,
        }, until);
    }
}

/// <summary>How many of an office's staff completed what the policy asks for.</summary>
/// <param name="Office">The office or school.</param>
/// <param name="People">How many it has.</param>
/// <param name="Current">How many have every course they need, none of it ending soon.</param>
/// <param name="EndsSoon">How many have every course, one of them ending soon.</param>
/// <param name="Lapsed">How many had a course that has ended.</param>
/// <param name="Missing">How many never completed a course they need.</param>
public sealed record TrainingCompletion(string Office, int People, int Current, int EndsSoon, int Lapsed, int Missing)
{
    /// <summary>Completion by office; every person is counted once, by what is worst.</summary>
    public static IReadOnlyList<TrainingCompletion> Of(TrainingRegister register, TrainingRules rules, LocalDate today) =>
    [
        .. register.People.GroupBy(person => person.Office, StringComparer.OrdinalIgnoreCase).Select(office =>
        {
            var marks = office.Select(person => Worst(person, rules, today)).ToList();
            return new TrainingCompletion(
                office.Key, marks.Count, Count(TrainingMark.Current), Count(TrainingMark.EndsSoon), Count(TrainingMark.Lapsed), Count(TrainingMark.Missing));

            int Count(TrainingMark mark) => marks.Count(one => one == mark);
        }),
    ];

    /// <summary>The worst of a person's marks; current where the policy asks for no course.</summary>
    public static TrainingMark Worst(TrainedPerson person, TrainingRules rules, LocalDate today) => rules.Courses
        .Select(course => TrainingStanding.Of(person, course, rules, today).Mark).DefaultIfEmpty(TrainingMark.Current).Max();
}
