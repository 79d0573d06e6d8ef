using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Core.Calendar;

/// <summary>Says in words how two calendars differ.</summary>
public static class CalendarChange
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("MMMM d, uuuu", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>What was added and removed, such as "added: Snow day on February 9, 2026"; empty where the closures are the same.</summary>
    public static string Describe(BusinessCalendar before, BusinessCalendar after)
    {
        var added = after.Closures.Except(before.Closures);
        var removed = before.Closures.Except(after.Closures);
        return string.Join("; ", new[] { List("added", added), List("removed", removed) }.Where(part => part.Length > 0));
    }

    private static string List(string verb, IEnumerable<Closure> closures)
    {
        var runs = ClosureRun.Of(closures);
        return runs.Count == 0 ? "" : $"{verb}: {string.Join(", ", runs.Select(Named))}";
    }

    private static string Named(ClosureRun run) => run.From == run.To
        ? $"{run.Name} on {Day.Format(run.From)}"
        : $"{run.Name} from {Day.Format(run.From)} to {Day.Format(run.To)}";
}

/// <summary>Closures of one name on days that follow each other, weekends between them bridged: one recess, one line.</summary>
/// <param name="Name">The name they share.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Days">How many closures it stands for.</param>
public sealed record ClosureRun(string Name, LocalDate From, LocalDate To, int Days)
{
    /// <summary>Closures in any order as runs, by first day.</summary>
    public static IReadOnlyList<ClosureRun> Of(IEnumerable<Closure> closures) =>
    [
        .. closures.GroupBy(closure => closure.Name).SelectMany(Join).OrderBy(run => run.From),
    ];

    private static List<ClosureRun> Join(IGrouping<string, Closure> named)
    {
        var runs = new List<ClosureRun>();
        foreach (var date in named.Select(closure => closure.Date).Distinct().Order())
        {
            if (runs.Count > 0 && Follows(runs[^1].To, date))
            {
                runs[^1] = runs[^1] with { To = date, Days = runs[^1].Days + 1 };
            }
            else
            {
                runs.Add(new(named.Key, date, date, 1));
            }
        }

        return runs;
    }

    private static bool Follows(LocalDate last, LocalDate date) =>
        date == last.PlusDays(1) || (last.DayOfWeek == IsoDayOfWeek.Friday && date == last.PlusDays(3));
}
