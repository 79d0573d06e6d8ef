using System.Globalization;
using Core.Notifications;
using Core.Policy;
using NodaTime;
using NodaTime.Text;

namespace Core.Training;

/// <summary>What a reminder of training says.</summary>
public static class TrainingLetters
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("MMMM d, uuuu", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>The letter to the person whose training ends.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="site">Address of the site.</param>
    /// <param name="today">The office's date.</param>
    public static Letter Of(TrainingReminder reminder, OfficePolicy policy, string site, LocalDate today)
    {
        var (course, until) = (reminder.Course.Name, Day.Format(reminder.ValidUntil));
        var subject = reminder.ValidUntil < today ? $"Your training has lapsed: {course}"
            : reminder.ValidUntil == today ? $"Your training ends today: {course}"
            : $"Your training ends on {until}: {course}";
        List<Passage> says =
        [
            reminder.ValidUntil < today
                ? $"Your training \"{course}\" ended on {until}."
                : $"Your training \"{course}\" holds until {until}.",
        ];
        if (policy.Training.Required && reminder.Course.NeededFor.Count > 0)
        {
            says.Add(reminder.ValidUntil < today ? "Until you complete it again, you cannot:" : "From the day after, until you complete it again, you cannot:");
            says.Add(new Passage.Listed([.. reminder.Course.NeededFor.Select(Words)]));
        }

        says.Add("Complete the course again and send the date to an administrator of this system, who enters it.");
        return new(
            subject, $"Dear {reminder.Person.Name},", says,
            [new("Course", course), new("Holds until", until)],
            new("See your training", site.TrimEnd('/') + TrainingGate.Page),
            reminder.ValidUntil < today ? null : $"Complete it by {until}.",
            [policy.District.OfficeName, policy.District.Name]);
    }

    /// <summary>A kind of work, as the object of "you cannot".</summary>
    public static string Words(TrainedWork work) => work switch
    {
        TrainedWork.Approve => "approve a request under review",
        TrainedWork.Deny => "deny a request",
        TrainedWork.OverrideCheck => "override the check of a file",
        TrainedWork.CountersignNda => "countersign an agreement",
        TrainedWork.Deliver => "release files to a requester",
        TrainedWork.Upload => "upload a file for release",
        TrainedWork.AcceptDocument => "accept a document",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
