using System.Globalization;
using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Portal.Layout;
using Service.Reports;
using Service.Reports.Board;
using Service.Storage;

namespace Service.Portal.Administrator.Board;

/// <summary>The SLA board and the lists behind its numbers; both with <c>?format=csv</c> or <c>json</c> as files.</summary>
internal sealed class BoardPages(BoardReport report, FrameSource frames)
{
    /// <summary>The most missed deadlines the board itself names; its list has all.</summary>
    private const int MostMissed = 25;

    public static void Map(IEndpointRouteBuilder staff)
    {
        staff.MapGet("/admin/sla", (HttpContext http, BoardPages pages) => pages.BoardAsync(http));
        staff.MapGet("/admin/sla/requests", (HttpContext http, BoardPages pages) => pages.ListAsync(http));
    }

    private async Task<IResult> BoardAsync(HttpContext http)
    {
        var data = await report.NowAsync(http.RequestAborted);
        var sheets = BoardSheets.All(data);
        if (IsFile(http))
        {
            return Tables.Answer(http.Request, "sla-board", sheets.SelectMany(Cells).ToList());
        }

        var frame = await frames.ForAsync(http);
        var missed = data.Select(new(BoardPart.Missed)).OrderBy(one => one.DueAt ?? one.SubmittedAt).ToList();
        return Page.Of<BoardPage>(
            frame, new BoardView(Figures(data), sheets, [.. missed.Take(MostMissed).SelectMany(one => SlaReport.Missed(one, frame.Dates.Now).Select(what => Line(one, what)))], missed.Count));
    }

    private async Task<IResult> ListAsync(HttpContext http)
    {
        var query = new QueryValues(http.Request.Query);
        var selection = BoardSelection.Read(query);
        if (!query.Errors.None)
        {
            return Problems.BadInput(query.Errors.ByPath());
        }

        var rows = (await report.NowAsync(http.RequestAborted)).Select(selection);
        var frame = await frames.ForAsync(http);
        return IsFile(http)
            ? Tables.Answer(http.Request, "requests", rows.Select(ListLine.Of).ToList())
            : Page.Of<BoardList>(frame, BoardSheets.List(selection, rows, frame.Dates));
    }

    private static BoardFigure[] Figures(BoardData data)
    {
        var year = data.LastYear;
        return
        [
            Count(BoardPart.Open, "open"), Count(BoardPart.DueSoon, "due soon", "soon"), Count(BoardPart.Missed, "missed", "late"),
            new(year is null ? "–" : year.OnTimeRate.ToString("0%", CultureInfo.InvariantCulture), "delivered on time, last year", "/admin/reports/promptness?by=Month"),
            new(year is null ? "–" : year.MedianBusinessDays.ToString("0.#", CultureInfo.InvariantCulture), "business days, median", "/admin/reports/promptness?by=Office"),
        ];

        BoardFigure Count(BoardPart part, string says, string? sign = null) =>
            new(data.Count(new(part)).ToString("N0", CultureInfo.InvariantCulture), says, new BoardSelection(part).Address, sign);
    }

    private static BreachLine Line(RequestSummary one, MissedDeadline missed)
    {
        var isOutreach = missed == MissedDeadline.Outreach;
        return new(
            one.Id, isOutreach ? "Reaching out to the requester" : "Fulfilment", isOutreach ? null : one.DueAt, isOutreach ? null : one.OriginalDueAt,
            Words.Of(one.Status), Words.Of(one.Office), one.Assignee);
    }

    private static IEnumerable<BoardCell> Cells(Reports.Sheet sheet) => sheet.Rows.SelectMany(row => row.Skip(1)
        .Select((cell, at) => new BoardCell(sheet.Title, row[0].Text, sheet.Columns[at + 1].Name, cell.Href is null && cell.Text.StartsWith("Not", StringComparison.Ordinal) ? null : cell.Value)));

    private static bool IsFile(HttpContext http) => http.Request.Query["format"] is ["csv" or "json"];

    /// <summary>One number of the board, as a line of its file.</summary>
    private sealed record BoardCell(string Table, string Group, string Measure, double? Value);

    /// <summary>One request, as a line of a list's file.</summary>
    private sealed record ListLine(
        string Id, string RequesterName, string? Organization, RequesterKind Kind, DataLevel Level, Office Office, RequestStatus Status, WaitingOn? WaitingOn,
        Instant SubmittedAt, Instant? DueAt, string? Assignee, Instant? DeliveredAt, Instant? EndedAt)
    {
        public static ListLine Of(RequestSummary row) => new(
            row.Id, row.RequesterName, row.Organization, row.Kind, row.Level, row.Office, row.Status, row.WaitingOn, row.SubmittedAt, row.DueAt, row.Assignee,
            row.DeliveredAt, row.EndedAt);
    }
}
