using Core.Calendar;
using CsCheck;
using NodaTime;

namespace Core.Tests.Calendar;

/// <summary>Arbitrary calendars and ledgers, dense around year ends and clock changes.</summary>
internal static class Gens
{
    public static readonly Gen<LocalDate> Date = Gen.OneOf(
        Gen.Int[0, 3650].Select(days => new LocalDate(2024, 1, 1).PlusDays(days)),
        Gen.Select(Gen.Int[2024, 2034], Gen.Int[-20, 15]).Select((year, days) => new LocalDate(year, 1, 1).PlusDays(days)),
        Gen.Select(Gen.Int[2024, 2034], Gen.Int[-10, 25]).Select((year, days) => new LocalDate(year, 3, 8).PlusDays(days)),
        Gen.Select(Gen.Int[2024, 2034], Gen.Int[-25, 15]).Select((year, days) => new LocalDate(year, 11, 1).PlusDays(days)));

    public static readonly Gen<Closure[]> Closures = ClosuresNear(new LocalDate(2024, 1, 1), 4000, 200);

    public static readonly Gen<PauseCause?> Cause = Gen.OneOf(
        Gen.Const((PauseCause?)PauseCause.Answer), Gen.Enum<PauseCause>().Select(cause => (PauseCause?)cause), Gen.Const((PauseCause?)null));

    /// <summary>A story: closures around it, a ledger in time order, and a moment from its start on.</summary>
    public static readonly Gen<Story> Story =
        from day in Date
        from minute in Minute
        from days in Gen.Int[0, 30]
        from closures in ClosuresNear(day.PlusDays(-5), 120, 25)
        from steps in Gen.Select(Gen.Int[0, 8], Minute, Gen.Int[0, 11], Cause, Gen.Int[0, 10]).Array[0, 12]
        from wait in Gen.Select(Gen.Int[0, 90], Minute)
        select Tell(day, minute, days, closures, steps, wait);

    public static Gen<Closure[]> ClosuresNear(LocalDate from, int days, int most) =>
        Gen.Int[0, days].Select(day => new Closure(from.PlusDays(day), "Snow day")).Array[0, most];

    // Minutes of the day with 17:00 sharp and its neighbours as likely as all others together.
    private static Gen<int> Minute => Gen.OneOf(Gen.Int[0, 1439], Gen.OneOf(new[] { 0, 1019, 1020, 1021, 1439 }.Select(minute => Gen.Const(minute)).ToArray()));

    private static Story Tell(
        LocalDate day, int minute, int days, Closure[] closures, (int, int, int, PauseCause?, int)[] steps, (int, int) wait)
    {
        var ledger = new List<ClockEntry> { new(Moment(day, minute), ClockChange.Started, days) };
        foreach (var (later, at, kind, cause, more) in steps)
        {
            day = day.PlusDays(later);
            var moment = Instant.Max(ledger[^1].At, Moment(day, at));
            ledger.Add(kind switch
            {
                < 5 => new(moment, ClockChange.Paused, Cause: cause),
                < 10 => new(moment, ClockChange.Resumed, Cause: cause),
                _ => new(moment, ClockChange.Extended, more),
            });
        }

        return new(ledger, closures, Instant.Max(ledger[0].At, Moment(ledger[0].At.InZone(Office.Zone).Date.PlusDays(wait.Item1), wait.Item2)));
    }

    private static Instant Moment(LocalDate day, int minute) =>
        (day + LocalTime.FromMinutesSinceMidnight(minute)).InZoneLeniently(Office.Zone).ToInstant();
}

internal sealed record Story(IReadOnlyList<ClockEntry> Ledger, Closure[] Closures, Instant Now)
{
    public BusinessCalendar Calendar => Office.CalendarOf(Closures);

    public ClockReading Read() => Clock.Read(Ledger, Calendar, Now, 80);
}
