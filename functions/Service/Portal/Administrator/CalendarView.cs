using Core.Calendar;
using NodaTime;
using Service.Calendar;
using Service.Portal.Layout;

namespace Service.Portal.Administrator;

/// <summary>The calendar in force.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Closures">The district's closures from today on, then the past ones, newest first; a recess is one line.</param>
/// <param name="Year">The year whose holidays are shown.</param>
/// <param name="Holidays">The legal holidays of that year, on the days they are kept.</param>
/// <param name="History">The latest versions, the one in force first.</param>
/// <param name="In">What was typed into a form that was not carried out.</param>
/// <param name="Moved">How many deadlines the change just made has moved; null where none was made.</param>
public sealed record CalendarView(
    int Version, IReadOnlyList<ClosureRun> Closures, int Year, IReadOnlyList<Closure> Holidays, IReadOnlyList<VersionLine> History, Entries In, int? Moved)
{
    /// <summary>The first year whose holidays are shown.</summary>
    public const int FirstYear = 1900;
    /// <summary>The last one.</summary>
    public const int LastYear = 2199;
    /// <summary>How many versions a page shows.</summary>
    public const int VersionsShown = 20;

    /// <summary>Closures in the order of the page.</summary>
    public static IReadOnlyList<ClosureRun> InOrder(IEnumerable<Closure> closures, LocalDate today)
    {
        var runs = ClosureRun.Of(closures);
        return [.. runs.Where(run => run.To >= today), .. runs.Where(run => run.To < today).Reverse()];
    }
}

/// <summary>A calendar that is to be put in force.</summary>
/// <param name="Seen">The version it was compared with.</param>
/// <param name="Text">It as a file.</param>
/// <param name="Note">What the change is.</param>
/// <param name="Added">Closures that come.</param>
/// <param name="Removed">Closures that go.</param>
/// <param name="Moves">The deadlines that would move.</param>
/// <param name="Problems">Why it was not put in force.</param>
public sealed record CalendarPreviewView(
    int Seen, string Text, string Note, IReadOnlyList<ClosureRun> Added, IReadOnlyList<ClosureRun> Removed, IReadOnlyList<DeadlineMove> Moves,
    IReadOnlyList<Problem> Problems);
