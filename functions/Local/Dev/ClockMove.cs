using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Local.Dev;

/// <summary>Reads where the clock is to be moved.</summary>
internal static class ClockMove
{
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2100, 1, 1, 0, 0);

    /// <summary>A time to move to, or the field that is wrong and why.</summary>
    public sealed record Result(Instant? To, string Field = "", string Why = "");

    /// <summary>Reads <c>{"advance":"P3D"}</c> or <c>{"set":"2026-03-02T09:00:00-05:00"}</c>: exactly one of them.</summary>
    public static Result Read(JsonElement body, Instant now, DateTimeZone zone) => (Text(body, "advance"), Text(body, "set")) switch
    {
        ({ } by, null) => Advance(by, now, zone),
        (null, { } to) => Set(to),
        (null, null) => new(null, "advance", "Give either \"advance\", a duration such as P3D, or \"set\", a time such as 2026-03-02T09:00:00-05:00."),
        _ => new(null, "set", "Give \"advance\" or \"set\", not both."),
    };

    /// <summary>Years to days are those of the office's calendar: a day later is the same time of day, even where clocks change in between.</summary>
    public static Result Advance(string by, Instant now, DateTimeZone zone)
    {
        const string Field = "advance";
        var back = by.StartsWith('-');
        if (PeriodPattern.Roundtrip.Parse(back ? by[1..] : by) is not { Success: true, Value: var period })
            return new(null, Field, "It must be an ISO 8601 duration such as P3D or PT2H.");
        try
        {
            var days = new PeriodBuilder { Years = period.Years, Months = period.Months, Weeks = period.Weeks, Days = period.Days }.Build();
            var time = (period - days).ToDuration();
            var local = now.InZone(zone).LocalDateTime;
            return Within(Field, (back ? local - days : local + days).InZoneLeniently(zone).ToInstant() + (back ? -time : time));
        }
        catch (Exception tooFar) when (tooFar is OverflowException or ArgumentOutOfRangeException)
        {
            return Within(Field, Instant.MaxValue);
        }
    }

    /// <summary>A time with its offset from UTC.</summary>
    public static Result Set(string to) => OffsetDateTimePattern.ExtendedIso.Parse(to) is { Success: true, Value: var time }
        ? Within("set", time.ToInstant())
        : new(null, "set", "It must be a time with its offset, such as 2026-03-02T09:00:00-05:00.");

    private static Result Within(string field, Instant to) =>
        to >= Earliest && to <= Latest ? new(to) : new(null, field, "The clock shows the years 2000 to 2099.");

    private static string? Text(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.GetRawText();
}
