using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Service.Portal.Layout;
using Service.Storage;

namespace Service.Portal.Analyst;

/// <summary>The queue: its filters are the address, so that a filter can be kept as a bookmark.</summary>
internal static class QueuePages
{
    private const int PageSize = 25;
    private static readonly string[] Fields = ["status", "office", "assignee", "dueBefore"];

    public static void Map(IEndpointRouteBuilder staff) => staff.MapGet("/staff", ShowAsync);

    /// <summary>The address's query for what was chosen; empty where nothing was.</summary>
    public static string QueryOf(Entries filter, string? continuation = null)
    {
        var pairs = Fields.Select(field => (field, filter[field])).Append(("continuation", continuation ?? ""))
            .Where(pair => pair.Item2.Length > 0).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}");
        return string.Join('&', pairs) is { Length: > 0 } query ? $"?{query}" : "";
    }

    private static async Task<IResult> ShowAsync(HttpContext http, OpenRequests requests, FrameSource frames)
    {
        var frame = await frames.ForAsync(http);
        var chosen = new Entries(
            "filter", http.Request.Query.Where(pair => Fields.Contains(pair.Key, StringComparer.Ordinal) && pair.Value.ToString().Length > 0)
                .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), []);
        var continuation = http.Request.Query["continuation"].ToString() is { Length: > 0 } given && OpenRequests.IsContinuation(given) ? given : null;
        var page = await requests.PageAsync(Read(chosen, frame.Dates.Zone), PageSize, continuation, http.RequestAborted);
        return Page.Of<Queue>(frame, new QueueView(
            [.. page.Items.Select(item => Line(item, frame.Dates.Now))], chosen,
            page.Continuation is { } next ? QueryOf(chosen, next) : null, continuation is null));
    }

    // What does not read as a filter is no filter: the form only offers what does.
    private static QueueFilter Read(Entries chosen, DateTimeZone zone) => new(
        Enum.TryParse<RequestStatus>(chosen["status"], out var status) && Enum.IsDefined(status) ? status : null,
        Enum.TryParse<Office>(chosen["office"], out var office) && Enum.IsDefined(office) ? office : null,
        chosen.Optional("assignee"),
        LocalDatePattern.Iso.Parse(chosen["dueBefore"]) is { Success: true, Value: var date } ? zone.AtStartOfDay(date.PlusDays(1)).ToInstant() : null);

    private static QueueLine Line(RequestSummary item, Instant now) => new(
        item.Id, item.RequesterName, item.Organization, item.Kind, item.Level, item.Status, item.Office, item.Assignee, item.WaitingOn, item.DueAt,
        DueChip.Judge(item.DueAt, item.WaitingOn, item.DeliveredAt is not null || item.EndedAt is not null, now), item.Expedited,
        item.OutreachBreached && item.Status == RequestStatus.Submitted);
}
