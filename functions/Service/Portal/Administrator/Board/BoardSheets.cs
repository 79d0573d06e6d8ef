using System.Globalization;
using Core.Requests;
using Core.Routing;
using NodaTime;
using NodaTime.Text;
using Service.Portal.Administrator.Reports;
using Service.Portal.Layout;
using Service.Reports.Board;
using Service.Storage;
using static Service.Reports.Board.BoardPart;

namespace Service.Portal.Administrator.Board;

/// <summary>The board's tables, each with its charts; every number leads to the requests it counts.</summary>
internal static class BoardSheets
{
    /// <summary>The most lines a page lists; the file has all.</summary>
    public const int MostLines = 300;

    private const string Address = "/admin/sla";
    private static readonly LocalDatePattern Brief = LocalDatePattern.Create("MMM d", CultureInfo.GetCultureInfo("en-US"));
    private static readonly LocalDatePattern Weekday = LocalDatePattern.Create("ddd, MMM d", CultureInfo.GetCultureInfo("en-US"));

    // As drawn: what is in time is plain, what is due soon dotted, what is missed hatched.
    private static readonly int[] StandingStyles = [1, 2, 5];

    /// <summary>All of them, in the board's order.</summary>
    public static IReadOnlyList<Sheet> All(BoardData data) => [ByOffice(data), ByCause(data), ByKind(data), Weeks(data), Days(data)];

    private static Sheet ByOffice(BoardData data) => Standing(
        data, "Now, by office", "Office", "Open requests of each office: in time, due soon and missed.",
        data.Requests.Where(one => one.Standing is not null).Select(one => one.Row.Office).Distinct().Order(), Words.Of, office => new(Open, Office: office));

    private static Sheet ByCause(BoardData data) => Standing(
        data, "Now, by what they wait for", "Waits for", "Open requests by what they wait for: in time, due soon and missed.",
        data.Requests.Where(one => one.Standing is not null).Select(one => one.Row.Status).Distinct().Order(), BoardWords.Cause, cause => new(Open, Cause: cause));

    private static Sheet ByKind(BoardData data) => Standing(
        data, "Now, by who asks", "Who asks", "Open requests by kind of requester: in time, due soon and missed.",
        data.Requests.Where(one => one.Standing is not null).Select(one => one.Row.Kind).Distinct().Order(), Words.Of, kind => new(Open, Kind: kind));

    private static Sheet Standing<T>(
        BoardData data, string title, string first, string says, IEnumerable<T> groups, Func<T, string> name, Func<T, BoardSelection> of) => new(
        title, "", Address, [new(first, false), new("Open"), new("In time"), new("Due soon"), new("Missed")],
        [
            .. groups.Select(group => (IReadOnlyList<SheetCell>)
            [
                new(name(group)), .. new[] { Open, InTime, DueSoon, Missed }.Select(part => Linked(data, of(group) with { Part = part })),
            ]),
        ],
        "Nothing is open.", new("bar", [2, 3, 4], says, IsStacked: true) { Styles = StandingStyles });

    private static Sheet Weeks(BoardData data) => new(
        "The last weeks", "", Address, [new("Week of", false), new("Came in"), new("Delivered on time"), new("Delivered late"), new("Open at its end")],
        [
            .. data.Weeks.Select(week => (IReadOnlyList<SheetCell>)
            [
                new(Brief.Format(week.Monday)), Linked(week.CameIn, new(CameIn, Day: week.Monday)), Linked(week.OnTime, new(OnTime, Day: week.Monday)),
                Linked(week.Late, new(Late, Day: week.Monday)), Linked(week.Open, new(StillOpen, Day: week.Monday)),
            ]),
        ],
        "", new("column", [2, 3], "Deliveries of the last weeks, on time and late.", IsStacked: true) { Styles = [1, 5] })
    {
        AlsoCharts = [new("line", [1, 4], "Requests that came in, and requests open at the end of each week.") { Styles = [3, 4] }],
    };

    private static Sheet Days(BoardData data) => new(
        "The next ten business days", "", Address, [new("Day", false), new("Due"), new("Likely kept"), new("Likely missed")],
        [
            .. data.Days.Select(day => (IReadOnlyList<SheetCell>)
            [
                new(Weekday.Format(day.Day)), Linked(day.Due, new(DueOn, Day: day.Day)),
                day.Expected is { } missed ? Number(day.Due - missed) : new("Not known yet", day.Due),
                day.Expected is { } likely ? Number(likely) : new("Not known yet"),
            ]),
        ],
        "", new("bar", [2, 3], "Deadlines of the next ten business days: likely kept, and likely missed.", IsStacked: true) { Styles = [1, 5] });

    /// <summary>The requests behind a number.</summary>
    public static Sheet List(BoardSelection selection, IReadOnlyList<RequestSummary> rows, Dates dates) => new(
        BoardWords.Title(selection), $"{Words.Count(rows.Count, "request")}.{(rows.Count > MostLines ? $" The first {MostLines} are shown; the files have all." : "")}",
        selection.Address,
        [
            new("Request", false), new("Who asks", false), new("Office", false), new("Status", false), new("Turn", false), new("Due", false), new("Assignee", false),
        ],
        [
            .. rows.Take(MostLines).Select(row => (IReadOnlyList<SheetCell>)
            [
                new(row.Id, Href: $"/staff/requests/{row.Id}"), new(row.Organization is { } organization ? $"{row.RequesterName}, {organization}" : row.RequesterName),
                new(Words.Of(row.Office)), new(Words.Of(row.Status)), new(Words.Of(row.WaitingOn)),
                new(row.DueAt is { } due ? dates.Brief(due) : "–"), new(row.Assignee ?? "Nobody yet"),
            ]),
        ],
        "None: nothing is counted here any more.");

    private static SheetCell Linked(BoardData data, BoardSelection selection) => Linked(data.Count(selection), selection);

    private static SheetCell Linked(int count, BoardSelection selection) =>
        new(count.ToString("N0", CultureInfo.InvariantCulture), count, count == 0 ? null : selection.Address);

    private static SheetCell Number(double value) => new(value.ToString("0.#", CultureInfo.InvariantCulture), Math.Round(value, 2));
}
