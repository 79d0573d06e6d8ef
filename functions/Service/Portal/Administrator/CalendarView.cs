using Core.Calendar;
using NodaTime;
using Service.Portal.Layout;

namespace Service.Portal.Administrator;

/// <summary>The calendar in force.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Closures">The district's closures from today on, then the past ones, newest first.</param>
/// <param name="Holidays">The legal holidays of the coming year.</param>
/// <param name="In">What was typed into a form that was not carried out.</param>
/// <param name="Moved">How many deadlines the change just made has moved; null where none was made.</param>
public sealed record CalendarView(int Version, IReadOnlyList<Closure> Closures, IReadOnlyList<Closure> Holidays, Entries In, int? Moved)
{
    /// <summary>The view of a calendar today.</summary>
    public static CalendarView Of(BusinessCalendar calendar, LocalDate today, Entries entries, int? moved) => new(
        calendar.Version,
        [.. calendar.Closures.Where(closure => closure.Date >= today), .. calendar.Closures.Where(closure => closure.Date < today).Reverse()],
        [
            .. Enumerable.Range(0, 365).Select(days => today.PlusDays(days))
                .Where(date => calendar.Closures.All(closure => closure.Date != date))
                .Select(date => (date, Why: calendar.WhyClosed(date))).Where(day => day.Why is not null)
                .Select(day => new Closure(day.date, day.Why!)),
        ],
        entries, moved);
}
