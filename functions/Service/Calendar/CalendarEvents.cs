using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Service.Calendar;

/// <summary>An event of a calendar file, checked: whole days with a name.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Uid">What ties an exception to the event it is one of.</param>
/// <param name="Name">Its SUMMARY.</param>
/// <param name="From">Its first day.</param>
/// <param name="Days">How many days it lasts.</param>
/// <param name="Recurs">The properties that make more days of it or move some, as they stand in the file.</param>
/// <param name="IsCancelled">It does not take place.</param>
internal sealed record CalendarFileEvent(
    int Line, string Uid, string Name, LocalDate From, int Days, IReadOnlyList<CalendarLine> Recurs, bool IsCancelled);

/// <summary>Finds the events among a file's lines and checks each.</summary>
internal static class CalendarEvents
{
    private const int LongestName = 200;
    private const int MostDays = 366;
    private const int MostEvents = 2_000;

    private static readonly LocalDatePattern Compact = LocalDatePattern.Create("uuuuMMdd", CultureInfo.InvariantCulture);
    private static readonly string[] Frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

    public static List<CalendarFileEvent> Of(List<CalendarLine> lines, List<CalendarFileError> errors)
    {
        var (events, open) = (new List<CalendarFileEvent>(), new Stack<(CalendarLine Begin, List<CalendarLine> Own)>());
        if (errors.Count > 0)
        {
            return events;
        }

        foreach (var line in lines)
        {
            switch (line.Name)
            {
                case "BEGIN":
                    open.Push((line, []));
                    break;
                case "END" when open.Count == 0 || !CalendarLines.Is(open.Peek().Begin, line.Value.Trim()):
                    errors.Add(new(line.Line, open.Count == 0
                        ? $"END:{CalendarLines.Quote(line.Value)} closes nothing."
                        : $"END:{CalendarLines.Quote(line.Value)} comes before the end of {open.Peek().Begin.Value.Trim()}, which begins on line {open.Peek().Begin.Line}."));
                    return events;
                case "END":
                    var (begin, own) = open.Pop();
                    if (CalendarLines.Is(begin, "VEVENT") && Check(begin.Line, own, errors) is { } one)
                    {
                        events.Add(one);
                    }

                    break;
                default:
                    if (open.Count == 0)
                    {
                        errors.Add(new(line.Line, $"{line.Name} stands outside the calendar."));
                        return events;
                    }

                    open.Peek().Own.Add(line);
                    break;
            }
        }

        if (open.Count > 0)
        {
            errors.Add(new(open.Peek().Begin.Line, $"{open.Peek().Begin.Value.Trim()} begins here and never ends: END is missing."));
        }

        if (events.Count > MostEvents)
        {
            errors.Add(new(events[MostEvents].Line, $"The file has {events.Count} events; at most {MostEvents} are taken."));
        }

        return events;
    }

    private static CalendarFileEvent? Check(int line, List<CalendarLine> own, List<CalendarFileError> errors)
    {
        var before = errors.Count;
        foreach (var twice in own.Where(one => one.Name is "DTSTART" or "DTEND" or "DURATION" or "SUMMARY" or "RRULE")
            .GroupBy(one => one.Name, StringComparer.Ordinal).Select(group => group.ElementAtOrDefault(1)).OfType<CalendarLine>())
        {
            errors.Add(new(twice.Line, $"The event has a second {twice.Name}; one is allowed."));
        }

        var (name, from) = (Name(line, own, errors), Start(line, own, errors));
        var days = from is { } first ? Days(first, own, errors) : 0;
        var recurs = own.Where(one => one.Name is "RRULE" or "EXDATE" or "RDATE" or "RECURRENCE-ID").ToList();
        foreach (var one in recurs)
        {
            errors.AddRange((one.Name == "RRULE" ? RuleFaults(one) : DateFaults(one)).Select(text => new CalendarFileError(one.Line, text)));
        }

        var uid = Find(own, "UID")?.Value.Trim();
        return errors.Count > before ? null : new(
            line, string.IsNullOrEmpty(uid) ? $"line-{line}" : uid, name!, from!.Value, days, recurs,
            Find(own, "STATUS")?.Value.Trim().Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) ?? false);
    }

    private static string? Name(int line, List<CalendarLine> own, List<CalendarFileError> errors)
    {
        var summary = Find(own, "SUMMARY");
        var name = summary is null ? "" : Unescape(summary.Value);
        switch (name.Length)
        {
            case 0:
                errors.Add(new(summary?.Line ?? line, "The event has no SUMMARY: the name of the closure, such as \"Snow day\"."));
                return null;
            case > LongestName:
                errors.Add(new(summary!.Line, $"The SUMMARY has {name.Length} characters; at most {LongestName} are taken."));
                return null;
            default:
                return name;
        }
    }

    private static LocalDate? Start(int line, List<CalendarLine> own, List<CalendarFileError> errors)
    {
        if (Find(own, "DTSTART") is { } start)
        {
            return Date(start, errors);
        }

        errors.Add(new(line, "The event has no DTSTART: its first day, such as DTSTART;VALUE=DATE:20260209."));
        return null;
    }

    private static int Days(LocalDate from, List<CalendarLine> own, List<CalendarFileError> errors)
    {
        var (end, duration) = (Find(own, "DTEND"), Find(own, "DURATION"));
        if (end is not null && duration is not null)
        {
            errors.Add(new(duration.Line, "The event has both DTEND and DURATION; one of them is allowed."));
            return 0;
        }

        var days = 1;
        if (end is not null)
        {
            if (Date(end, errors) is not { } until)
            {
                return 0;
            }

            days = Period.DaysBetween(from, until);
        }
        else if (duration is not null)
        {
            days = WholeDays(duration.Value.Trim()) ?? 0;
        }

        if (days is < 1 or > MostDays)
        {
            var fault = (end, days) switch
            {
                (null, < 1) => $"\"{CalendarLines.Quote(duration!.Value)}\" is not a number of whole days, such as P1D or P1W.",
                (_, < 1) => "DTEND must be later than DTSTART: it is the first day on which the office is open again.",
                _ => $"The event lasts {days} days; at most {MostDays} are taken.",
            };
            errors.Add(new((end ?? duration)!.Line, fault));
        }

        return days;
    }

    private static LocalDate? Date(CalendarLine line, List<CalendarFileError> errors)
    {
        if (Fault(line.Name, line.Value.Trim()) is { } fault)
        {
            errors.Add(new(line.Line, fault));
            return null;
        }

        return Compact.Parse(line.Value.Trim()).Value;
    }

    private static string? Fault(string name, string value) =>
        Compact.Parse(value) is { Success: true } parsed
            ? parsed.Value.Year is >= 1900 and <= 2200 ? null : $"{name} lies in the year {parsed.Value.Year}; 1900 to 2200 are taken."
            : value.Contains('T', StringComparison.OrdinalIgnoreCase)
                ? $"{name} has a time of day; only whole days close the office. Write a date, such as {name};VALUE=DATE:20260209."
                : $"\"{CalendarLines.Quote(value)}\" is not a date; {name} is written as year, month and day, such as 20260209.";

    private static IEnumerable<string> DateFaults(CalendarLine line) =>
        line.Value.Split(',').Select(value => Fault(line.Name, value.Trim())).OfType<string>().Take(1);

    private static IEnumerable<string> RuleFaults(CalendarLine line)
    {
        var parts = line.Value.Split(';').Select(part => part.Split('=', 2)).ToList();
        if (parts.Find(part => part.Length < 2) is { } odd)
        {
            return [$"\"{CalendarLines.Quote(odd[0])}\" is not a part of a rule, such as FREQ=YEARLY."];
        }

        var frequency = Part("FREQ");
        return !Frequencies.Contains(frequency, StringComparer.OrdinalIgnoreCase)
            ? [frequency is null
                ? "The rule does not say how often: FREQ is missing."
                : $"FREQ={CalendarLines.Quote(frequency)} is not taken; {string.Join(", ", Frequencies)} are."]
            : Part("UNTIL") is { } until && Fault("UNTIL", until) is { } fault ? [fault] : [];

        string? Part(string name) => parts.Find(part => part[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))?[1].Trim();
    }

    private static int? WholeDays(string duration)
    {
        return duration.ToUpperInvariant() is ['P', .. { Length: > 0 and <= 5 } number, ('D' or 'W') and var unit]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count * (unit == 'W' ? 7 : 1)
            : null;
    }

    private static string Unescape(string value)
    {
        var text = new System.Text.StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && i + 1 < value.Length)
            {
                c = value[++i] is 'n' or 'N' ? ' ' : value[i];
            }

            text.Append(char.IsControl(c) ? ' ' : c);
        }

        return text.ToString().Trim();
    }

    private static CalendarLine? Find(List<CalendarLine> own, string name) => own.Find(line => line.Name == name);
}
