using Core.Training;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Desk;
using Service.Engine;
using Service.Mail;

namespace Service.Training;

/// <summary>Sends the reminders that are owed. All of it follows from register, policy and calendar, and from what has left.</summary>
internal sealed partial class TrainingReminderWork(
    TrainingStore store, TrainingReminderLog log, CurrentCircumstances current, OfficeMail mail, ILogger<TrainingReminderWork> logger) : IOfficeWork
{
    /// <summary>Its id among the wake-ups.</summary>
    public const string WorkId = "office-training";

    private static readonly Duration LookAgain = Duration.FromMinutes(15);

    /// <inheritdoc/>
    public string Id => WorkId;

    /// <inheritdoc/>
    public async Task<Instant?> RunAsync(CancellationToken cancel)
    {
        var register = await store.CurrentAsync(cancel);
        if (register.People.Count == 0)
        {
            return null;
        }

        var now = await current.NowAsync(cancel);
        var owed = TrainingReminders.Owed(register, now.Policy, now.Calendar, now.Now);
        var sent = owed.Count == 0 ? new HashSet<string>(StringComparer.Ordinal) : await log.SentAsync(cancel);
        var isLate = false;
        foreach (var reminder in owed.Where(one => !sent.Contains(TrainingReminderLog.KeyOf(one.Id))))
        {
            try
            {
                if (await log.ClaimAsync(reminder.Id, cancel))
                {
                    var letter = TrainingLetters.Of(reminder, now.Policy, mail.Site, now.Today);
                    await mail.SendAsync(letter, "TrainingReminder", reminder.Id, [reminder.Person.Email], cancel);
                    await log.MarkSentAsync(reminder.Id, cancel);
                }
                else
                {
                    isLate = true;
                }
            }
            catch (MailDelayedException delay)
            {
                Log.Delayed(logger, delay);
                isLate = true;
                break;
            }
        }

        var next = TrainingReminders.Next(register, now.Policy, now.Calendar, now.Now);
        return isLate && !(next <= now.Now + LookAgain) ? now.Now + LookAgain : next;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders of training could not leave; they will be tried again.")]
        public static partial void Delayed(ILogger logger, Exception delay);
    }
}
