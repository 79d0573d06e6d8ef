using Core.Notifications;
using Core.Requests;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Service.Desk;
using Service.Engine;
using Service.Mail;

namespace Service.Upkeep;

/// <summary>
/// Sends the administrators a digest on each business day, at the hour the policy names. Where there is nothing to tell, none is sent; one
/// that was missed is sent later the same day and not after it.
/// </summary>
internal sealed partial class DigestWork(
    DigestReport report, OnceADay once, CurrentCircumstances current, OfficeMail mail, ILogger<DigestWork> logger) : IOfficeWork
{
    /// <summary>Its id among the wake-ups.</summary>
    public const string WorkId = "office-digest";

    private static readonly Duration LookAgain = Duration.FromMinutes(15);
    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <inheritdoc/>
    public string Id => WorkId;

    /// <inheritdoc/>
    public async Task<Instant?> RunAsync(CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        if (!now.Calendar.IsBusinessDay(now.Today))
        {
            return Next(now);
        }

        var today = At(now.Today, now);
        if (now.Now < today)
        {
            return today;
        }

        try
        {
            if (await once.ClaimAsync(WorkId, now.Today, cancel))
            {
                await SendAsync(now, cancel);
                await once.MarkAsync(WorkId, now.Today, cancel);
            }

            return Next(now);
        }
        catch (MailDelayedException delay)
        {
            Log.Delayed(logger, delay);
            return Instant.Min(now.Now + LookAgain, Next(now));
        }
    }

    private async Task SendAsync(Circumstances now, CancellationToken cancel)
    {
        var digest = await report.TodayAsync(now, cancel);
        if (!digest.IsEmpty)
        {
            await mail.SendAsync(UpkeepLetters.Daily(digest, now.Policy, mail.Site), "DailyDigest", LocalDatePattern.Iso.Format(now.Today),
                now.Policy.Administrators, cancel);
        }
    }

    /// <summary>When today's digest is due; null on a day without one.</summary>
    public static Instant? DueOn(Circumstances now) => now.Calendar.IsBusinessDay(now.Today) ? At(now.Today, now) : null;

    private static Instant Next(Circumstances now) => At(now.Calendar.Next(now.Today, 1), now);

    private static Instant At(LocalDate day, Circumstances now) =>
        (day + HourAndMinute.Parse(now.Policy.DigestAt).Value).InZoneLeniently(now.Calendar.Zone).ToInstant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The daily digest could not leave; it will be tried again.")]
        public static partial void Delayed(ILogger logger, Exception delay);
    }
}
