using System.Globalization;
using System.Text;
using Core.Calendar;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace Service.Calendar;

/// <summary>Turns checked events into days. Rules are followed by the library, one event with its exceptions at a time.</summary>
internal static class Recurrences
{
    // A rule that hits nothing for this many steps (February 30) hits nothing at all.
    private static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 10_000 };

    public static List<Closure> Days(IReadOnlyList<CalendarFileEvent> events, LocalDate around, List<CalendarFileError> errors)
    {
        var closures = new HashSet<Closure>();
        foreach (var together in events.GroupBy(one => one.Uid, StringComparer.Ordinal))
        {
            var runs = together.Any(one => one.Recurs.Count > 0) ? Followed(together, around, errors) : Plain(together);
            foreach (var (from, days, name) in runs)
            {
                closures.UnionWith(Enumerable.Range(0, days).Select(day => new Closure(from.PlusDays(day), name)));
                if (closures.Count > CalendarFile.MostClosures)
                {
                    errors.Add(new(together.First().Line, $"With this event the file closes more than {CalendarFile.MostClosures} days."));
                    return [];
                }
            }
        }

        return [.. closures.OrderBy(closure => closure.Date).ThenBy(closure => closure.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<(LocalDate From, int Days, string Name)> Plain(IEnumerable<CalendarFileEvent> events) =>
        events.Where(one => !one.IsCancelled).Select(one => (one.From, one.Days, one.Name));

    private static List<(LocalDate From, int Days, string Name)> Followed(
        IEnumerable<CalendarFileEvent> events, LocalDate around, List<CalendarFileError> errors)
    {
        var all = events.ToList();
        var (first, last) = (around.PlusYears(-CalendarFile.YearsOfRecurrence), around.PlusYears(CalendarFile.YearsOfRecurrence));
        var blamed = all.SelectMany(one => one.Recurs).First();
        try
        {
            var calendar = Ical.Net.Calendar.Load(Text(all))!;
            var runs = new List<(LocalDate, int, string)>();
            foreach (var occurrence in calendar.GetOccurrences<CalendarEvent>(new CalDateTime(first.Year, first.Month, first.Day), Patience))
            {
                var from = LocalDate.FromDateOnly(occurrence.Period.StartTime.Date);
                if (from > last || runs.Count > CalendarFile.MostClosures)
                {
                    break;
                }

                var source = all[int.Parse(((CalendarEvent)occurrence.Source).Summary!, CultureInfo.InvariantCulture)];
                if (!source.IsCancelled)
                {
                    runs.Add((from, source.Days, source.Name));
                }
            }

            return runs;
        }
        // Whatever the library stumbles over is the file's fault, not ours: what it throws is not part of its contract.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            errors.Add(new(blamed.Line, $"{blamed.Name}:{CalendarLines.Quote(blamed.Value)} cannot be followed: {Reason(fault)}"));
            return [];
        }
    }

    // Only what recurrence needs, so that nothing else in the file can disturb it; the name is the event's number.
    private static string Text(List<CalendarFileEvent> events)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        foreach (var (number, one) in events.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"BEGIN:VEVENT\r\nUID:one\r\nSUMMARY:{number}\r\n");
            text.Append(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{one.From:uuuuMMdd}\r\nDTEND;VALUE=DATE:{one.From.PlusDays(one.Days):uuuuMMdd}\r\n");
            foreach (var line in one.Recurs)
            {
                text.Append(line.Name).Append(line.Name == "RRULE" ? ":" : ";VALUE=DATE:").Append(line.Value.Trim()).Append("\r\n");
            }

            text.Append("END:VEVENT\r\n");
        }

        return text.Append("END:VCALENDAR\r\n").ToString();
    }

    private static string Reason(Exception fault) => fault is EvaluationLimitExceededException
        ? "it never comes true."
        : (fault.InnerException ?? fault).Message;
}
