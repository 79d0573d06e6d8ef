using System.Collections.Concurrent;
using NodaTime;

namespace Core.Calendar;

/// <summary>
/// The legal holidays of Massachusetts, computed for any year (M.G.L. c. 4, s. 7, cl. 18). One that falls on a Sunday is kept
/// on Monday; one on a Saturday is not moved (policy section 4).
/// </summary>
public static class MassachusettsHolidays
{
    // Every clock asks for the same two or three years again and again.
    private static readonly ConcurrentDictionary<int, Closure[]> Years = new();

    /// <summary>All twelve of a year on the days they are kept, by date.</summary>
    public static IReadOnlyList<Closure> Of(int year) => Years.GetOrAdd(year, Compute);

    /// <summary>The holiday kept on this day, or null.</summary>
    public static string? On(LocalDate date)
    {
        foreach (var holiday in Years.GetOrAdd(date.Year, Compute))
        {
            if (holiday.Date == date)
            {
                return holiday.Name;
            }
        }

        return null;
    }

    private static Closure[] Compute(int year) =>
    [
        Fixed(year, 1, 1, "New Year's Day"),
        Weekday(year, 1, 3, IsoDayOfWeek.Monday, "Martin Luther King Jr. Day"),
        Weekday(year, 2, 3, IsoDayOfWeek.Monday, "Washington's Birthday"),
        Weekday(year, 4, 3, IsoDayOfWeek.Monday, "Patriots' Day"),
        LastMondayOfMay(year),
        Fixed(year, 6, 19, "Juneteenth"),
        Fixed(year, 7, 4, "Independence Day"),
        Weekday(year, 9, 1, IsoDayOfWeek.Monday, "Labor Day"),
        Weekday(year, 10, 2, IsoDayOfWeek.Monday, "Indigenous Peoples' Day"),
        Fixed(year, 11, 11, "Veterans Day"),
        Weekday(year, 11, 4, IsoDayOfWeek.Thursday, "Thanksgiving Day"),
        Fixed(year, 12, 25, "Christmas Day"),
    ];

    private static Closure Fixed(int year, int month, int day, string name)
    {
        var date = new LocalDate(year, month, day);
        return date.DayOfWeek == IsoDayOfWeek.Sunday ? new(date.PlusDays(1), $"{name} (kept on Monday)") : new(date, name);
    }

    private static Closure Weekday(int year, int month, int occurrence, IsoDayOfWeek day, string name) =>
        new(LocalDate.FromYearMonthWeekAndDay(year, month, occurrence, day), name);

    private static Closure LastMondayOfMay(int year) =>
        new(new LocalDate(year, 6, 1).Previous(IsoDayOfWeek.Monday), "Memorial Day");
}
