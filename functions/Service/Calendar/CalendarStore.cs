using System.Diagnostics;
using Azure.Storage.Blobs;
using Core.Calendar;
using Core.Policy;
using NodaTime;
using NodaTime.Text;
using Service.Settings;

namespace Service.Calendar;

/// <summary>What came of a new calendar file: the errors in it, or the calendars before and after.</summary>
/// <param name="Errors">Empty where the file is in force now.</param>
/// <param name="Before">The calendar that was in force; null where the file has errors.</param>
/// <param name="After">The calendar in force now, the same version where nothing changed; null where the file has errors.</param>
internal sealed record CalendarReplacement(IReadOnlyList<CalendarFileError> Errors, BusinessCalendar? Before, BusinessCalendar? After);

/// <summary>A calendar that is proposed, not in force: the errors in it, or the calendars before and after.</summary>
/// <param name="Errors">Empty where it could be put in force.</param>
/// <param name="Seen">The version it was compared with.</param>
/// <param name="Before">The calendar in force; null where the file has errors.</param>
/// <param name="After">The calendar as it would be; null where the file has errors.</param>
internal sealed record CalendarProposal(IReadOnlyList<CalendarFileError> Errors, int Seen, BusinessCalendar? Before = null, BusinessCalendar? After = null);

/// <summary>A change of the calendar that not all open requests have been told of yet.</summary>
/// <param name="Before">The calendar they know.</param>
/// <param name="After">The calendar in force.</param>
internal sealed record PendingCalendar(BusinessCalendar Before, BusinessCalendar After);

/// <summary>
/// The calendar in force, kept in blob storage as iCalendar with every earlier version. Without a file the office has no closures
/// and that is version 1. A change is in force the moment it is stored; telling all open requests is a job that survives a crash,
/// because the store remembers the last version they were told of.
/// </summary>
/// <param name="businessDay">The office's day as the policy in force has it.</param>
internal sealed class CalendarStore(BlobServiceClient blobs, Func<CancellationToken, Task<BusinessDayRules>> businessDay, IClock clock)
{
    private const int MostRivals = 20;

    private readonly CalendarBlobs files = new(blobs);
    private readonly Lock gate = new();
    private Kept? kept;

    /// <summary>How long a calendar is used before the storage is asked again; another process may have replaced it.</summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The calendar in force.</summary>
    public async Task<BusinessCalendar> CurrentAsync(CancellationToken cancel)
    {
        var rules = await businessDay(cancel);
        if (kept is { } fresh && fresh.Rules == rules && Stopwatch.GetElapsedTime(fresh.ReadAt) < KeptFor)
        {
            return fresh.Calendar;
        }

        var readAt = Stopwatch.GetTimestamp();
        var file = await files.CurrentAsync(cancel);
        var calendar = Calendar(file.Version, rules, Closures(file));
        Keep(new(calendar, rules, readAt));
        return calendar;
    }

    /// <summary>The file in force, as it was given.</summary>
    public async Task<string> TextAsync(CancellationToken cancel) => (await files.CurrentAsync(cancel)).Text;

    /// <summary>All versions, the latest first.</summary>
    public Task<IReadOnlyList<SettingVersion>> HistoryAsync(CancellationToken cancel) => files.HistoryAsync(cancel);

    /// <summary>A version as a file; null where there never was one.</summary>
    public async Task<string?> VersionTextAsync(int version, CancellationToken cancel) => (await files.FindAsync(version, cancel))?.Text;

    /// <summary>What a file would change, or what is wrong with it. Nothing is stored.</summary>
    /// <param name="at">Now, in business time.</param>
    public async Task<CalendarProposal> ProposeAsync(string text, Instant at, CancellationToken cancel)
    {
        var (closures, errors) = CalendarFile.Read(text, Around(at));
        var before = await files.CurrentAsync(cancel);
        if (closures is null)
        {
            return new(errors, before.Version);
        }

        var rules = await businessDay(cancel);
        return new([], before.Version, Calendar(before.Version, rules, Closures(before, at)), Calendar(before.Version + 1, rules, closures));
    }

    /// <summary>Puts a new file in force, or says what is wrong with it and changes nothing. The same file again changes nothing either.</summary>
    /// <param name="by">Who replaces it.</param>
    /// <param name="at">When, in business time.</param>
    /// <param name="seen">The version it was made from; where another is in force by now, nothing changes and there is no calendar after. Null replaces any.</param>
    /// <param name="note">What the change is.</param>
    public async Task<CalendarReplacement> ReplaceAsync(
        string text, string by, Instant at, CancellationToken cancel, int? seen = null, string? note = null)
    {
        var (closures, errors) = CalendarFile.Read(text, Around(at));
        if (closures is null)
        {
            return new(errors, null, null);
        }

        var rules = await businessDay(cancel);
        for (var attempt = 1; attempt <= MostRivals; attempt++)
        {
            var before = await files.CurrentAsync(cancel);
            if (seen is { } version && version != before.Version)
            {
                return new([], null, null);
            }

            var calendarBefore = Calendar(before.Version, rules, Closures(before, at));
            if (before.Text == text)
            {
                return new([], calendarBefore, calendarBefore);
            }

            if (await files.TryReplaceAsync(before, text, by, at, note, cancel) is { } after)
            {
                var calendar = Calendar(after.Version, rules, closures);
                Keep(new(calendar, rules, Stopwatch.GetTimestamp()));
                return new([], calendarBefore, calendar);
            }
        }

        throw new TimeoutException("The calendar was replaced by others again and again while this file was being stored.");
    }

    /// <summary>The change that not all open requests have been told of; null where there is none. Several changes make one.</summary>
    public async Task<PendingCalendar?> PendingAsync(CancellationToken cancel)
    {
        var after = await files.CurrentAsync(cancel);
        var applied = (await files.AppliedAsync(cancel)).Version;
        if (applied >= after.Version)
        {
            return null;
        }

        var rules = await businessDay(cancel);
        var before = await files.VersionAsync(applied, cancel);
        return new(Calendar(applied, rules, Closures(before)), Calendar(after.Version, rules, Closures(after)));
    }

    /// <summary>Remembers that all open requests have been told of this version. Never goes back.</summary>
    public Task MarkAppliedAsync(int version, CancellationToken cancel) => files.MarkAppliedAsync(version, cancel);

    private void Keep(Kept read)
    {
        lock (gate)
        {
            // A read that began before a write of our own must not bring the older version back.
            if (kept is null || read.Calendar.Version >= kept.Calendar.Version)
            {
                kept = read;
            }
        }
    }

    private IReadOnlyList<Closure> Closures(StoredCalendar file, Instant? at = null)
    {
        var (closures, errors) = CalendarFile.Read(file.Text, Around(at ?? clock.GetCurrentInstant()));
        return closures ?? throw new InvalidOperationException(
            $"The stored calendar, version {file.Version}, cannot be read: line {errors[0].Line}: {errors[0].Text}");
    }

    // Recurring events are followed for years around this date: the exact day, and so the zone, doesn't matter.
    private static LocalDate Around(Instant at) => at.InUtc().Date;

    private static BusinessCalendar Calendar(int version, BusinessDayRules rules, IReadOnlyList<Closure> closures) =>
        new(version, DateTimeZoneProviders.Tzdb[rules.TimeZone], LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(rules.EndsAt).Value, closures);

    private sealed record Kept(BusinessCalendar Calendar, BusinessDayRules Rules, long ReadAt);
}
