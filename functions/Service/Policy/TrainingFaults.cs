using System.Globalization;
using Core.Training;

namespace Service.Policy;

/// <summary>What can be wrong with the policy's part on training.</summary>
internal static class TrainingFaults
{
    private const int LongestCode = 40;
    private const int MostCourses = 20;
    private const int MostReminders = 5;

    public static IEnumerable<(string Path, string Text)> Of(TrainingRules training)
    {
        if (training.RemindBeforeCalendarDays.Count > MostReminders || training.RemindBeforeCalendarDays.Any(days => days is < 1 or > 365))
        {
            yield return ("training.remindBeforeCalendarDays", $"Give at most {MostReminders} numbers of days, each between 1 and 365.");
        }

        if (training.Courses.Count > MostCourses)
        {
            yield return ("training.courses", $"Give at most {MostCourses} courses.");
        }

        foreach (var course in training.Courses)
        {
            if (course.Code is not { Length: > 0 and <= LongestCode } || !course.Code.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            {
                yield return ("training.courses", $"\"{course.Code}\" is not a code of a course: small letters, digits and hyphens, at most {LongestCode}.");
            }

            if (string.IsNullOrWhiteSpace(course.Name))
            {
                yield return ("training.courses", $"The course {course.Code} needs a name.");
            }

            if (course.ValidMonths is < 1 or > 120)
            {
                yield return ("training.courses", string.Create(CultureInfo.InvariantCulture,
                    $"The course {course.Code} holds for {course.ValidMonths} months, which is not between 1 and 120."));
            }
        }

        if (training.Courses.GroupBy(course => course.Code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            yield return ("training.courses", $"The code {twice.Key} is given to two courses.");
        }
    }
}
