using System.Globalization;
using NodaTime.Text;

namespace Core.Calendar;

/// <summary>Says in words how two calendars differ.</summary>
public static class CalendarChange
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("MMMM d, uuuu", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>What was added and removed, such as "added: Snow day on February 9, 2026".</summary>
    public static string Describe(BusinessCalendar before, BusinessCalendar after)
    {
        var added = after.Closures.Except(before.Closures).Select(Named).ToList();
        var removed = before.Closures.Except(after.Closures).Select(Named).ToList();
        return string.Join("; ", new[] { List("added", added), List("removed", removed) }.Where(part => part.Length > 0));
    }

    private static string Named(Closure closure) => $"{closure.Name} on {Day.Format(closure.Date)}";

    private static string List(string verb, List<string> names) => names.Count == 0 ? "" : $"{verb}: {string.Join(", ", names)}";
}
