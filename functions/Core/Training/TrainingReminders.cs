using System.Globalization;
using Core.Calendar;
using Core.Policy;
using NodaTime;

namespace Core.Training;

/// <summary>A reminder that somebody's training ends or has ended.</summary>
/// <param name="Id">The same for the same reminder, always: by it a reminder is sent once.</param>
/// <param name="At">When it is owed.</param>
/// <param name="Person">Who is reminded.</param>
/// <param name="Course">The course.</param>
/// <param name="ValidUntil">The last day on which it holds.</param>
public sealed record TrainingReminder(string Id, Instant At, TrainedPerson Person, TrainingCourse Course, LocalDate ValidUntil);

/// <summary>
/// Which reminders are owed. Each leaves at the end of the office's day: so many calendar days before the last day, and on the last day
/// itself. Of several that are owed at once only the latest leaves: whoever is entered late gets one message, not all of them.
/// </summary>
public static class TrainingReminders
{
    /// <summary>An end so long ago is history; nobody is written to about it.</summary>
    private const int ForgottenAfterDays = 90;

    /// <summary>The reminders owed by now.</summary>
    public static IReadOnlyList<TrainingReminder> Owed(TrainingRegister register, OfficePolicy policy, BusinessCalendar calendar, Instant now) =>
    [
        .. PerRecord(register, policy, calendar).Select(stages => stages.LastOrDefault(stage => stage.At <= now)).OfType<TrainingReminder>()
            .Where(reminder => calendar.EndOf(reminder.ValidUntil.PlusDays(ForgottenAfterDays)) > now),
    ];

    /// <summary>When the next one will be owed; null where none will.</summary>
    public static Instant? Next(TrainingRegister register, OfficePolicy policy, BusinessCalendar calendar, Instant now) =>
        PerRecord(register, policy, calendar).SelectMany(stages => stages).Where(stage => stage.At > now)
            .Select(stage => (Instant?)stage.At).Min();

    /// <summary>For each person and course the stages in order of time; a course that was completed again counts from its last end.</summary>
    private static IEnumerable<IReadOnlyList<TrainingReminder>> PerRecord(
        TrainingRegister register, OfficePolicy policy, BusinessCalendar calendar) =>
        from person in register.People
        from course in policy.Training.Courses
        let until = person.Latest(course.Code)?.ValidUntil
        where until is not null
        select Stages(person, course, until.Value, policy.Training, calendar);

    private static IReadOnlyList<TrainingReminder> Stages(
        TrainedPerson person, TrainingCourse course, LocalDate until, TrainingRules rules, BusinessCalendar calendar) =>
    [
        .. rules.RemindBeforeCalendarDays.Append(0).Distinct().OrderDescending().Select(days => new TrainingReminder(
            string.Create(CultureInfo.InvariantCulture, $"{person.Email.ToLowerInvariant()}|{course.Code.ToLowerInvariant()}|{until:uuuu-MM-dd}|{days}"),
            calendar.EndOf(until.PlusDays(-days)), person, course, until)),
    ];
}
