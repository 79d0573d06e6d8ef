using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Core.Calendar;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace Service.Calendar;

/// <summary>What is wrong with a calendar file, and on which line (the first is 1).</summary>
internal sealed record CalendarFileError(int Line, string Text);

/// <summary>
/// The district's closures as an iCalendar file (RFC 5545): every event is whole days on which the office is closed, its SUMMARY
/// their name. Only the events' own properties reach the library, so that a fault in a file is found here, with its line.
/// </summary>
internal static class CalendarFile
{
    /// <summary>Characters a file may have: a school year's closures take a few thousand.</summary>
    public const int MostCharacters = 500_000;

    /// <summary>Days a file may close.</summary>
    public const int MostClosures = 10_000;

    /// <summary>How far recurring events are followed to either side.</summary>
    public const int YearsOfRecurrence = 10;

    private const int MostErrors = 20;

    /// <summary>
    /// The closures by date, or the errors by line. Recurring events are followed ten years before and after
    /// <paramref name="around"/>, which is the file's latest event where nothing is given. Never throws on a bad file.
    /// </summary>
    public static (IReadOnlyList<Closure>? Closures, IReadOnlyList<CalendarFileError> Errors) Read(string text, LocalDate? around = null)
    {
        var errors = new List<CalendarFileError>();
        if (text.Length > MostCharacters)
        {
            errors.Add(new(1, $"The file has {text.Length} characters; at most {MostCharacters} are taken."));
            return (null, errors);
        }

        var events = CalendarEvents.Of(CalendarLines.Of(text, errors), errors);
        if (errors.Count == 0 && events.Count > 0)
        {
            var closures = Recurrences.Days(events, around ?? events.Max(one => one.From), errors);
            return errors.Count == 0 ? (closures, errors) : (null, First(errors));
        }

        return errors.Count == 0 ? ([], errors) : (null, First(errors));
    }

    /// <summary>Closures as a file: days of one name that follow each other make one event. The same closures give the same text.</summary>
    public static string Print(IEnumerable<Closure> closures)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Data requests//Office calendar//EN" };
        foreach (var named in closures.GroupBy(closure => closure.Name))
        {
            foreach (var (from, to) in Ranges(named.Select(closure => closure.Date)))
            {
                calendar.Events.Add(new CalendarEvent
                {
                    Uid = string.Create(CultureInfo.InvariantCulture, $"{from:uuuuMMdd}-{Convert.ToHexStringLower(Hash(named.Key))[..16]}"),
                    DtStamp = new CalDateTime(from.Year, from.Month, from.Day, 0, 0, 0, CalDateTime.UtcTzId),
                    Summary = named.Key,
                    DtStart = Day(from),
                    DtEnd = Day(to.PlusDays(1)),
                });
            }
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static List<CalendarFileError> First(List<CalendarFileError> errors) => [.. errors.OrderBy(error => error.Line).Take(MostErrors)];

    private static List<(LocalDate From, LocalDate To)> Ranges(IEnumerable<LocalDate> dates)
    {
        var ranges = new List<(LocalDate From, LocalDate To)>();
        foreach (var date in dates.Distinct().Order())
        {
            if (ranges.Count > 0 && ranges[^1].To.PlusDays(1) == date)
            {
                ranges[^1] = (ranges[^1].From, date);
            }
            else
            {
                ranges.Add((date, date));
            }
        }

        return ranges;
    }

    private static byte[] Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));

    private static CalDateTime Day(LocalDate date) => new(date.Year, date.Month, date.Day);
}
