using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Calendar;
using Service.SignIn;
using Service.Storage;

namespace Service.Api;

/// <summary>The queue, a page at a time.</summary>
internal static class QueueApi
{
    private const int UsualPage = 50;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/queue", PageAsync)
        .WithTags("Staff").Gives<QueuePage>(200).Refuses(400, 401, 403)
        .TakesQuery(
            ("status", "A status; an ending looks among the ended requests."), ("office", "An office."), ("assignee", "An analyst."),
            ("dueBefore", "A date or a time."), ("pageSize", "1 to 200; 50 where not given."), ("continuation", "From the page before."))
        .WithSummary("Open requests in order of deadline, those without one last.");

    private static async Task<IResult> PageAsync(
        HttpRequest request, OpenRequests open, CalendarStore calendars, CancellationToken cancel)
    {
        var query = new QueryValues(request.Query);
        var filter = new QueueFilter(
            query.Choice<RequestStatus>("status"), query.Choice<Office>("office"), query.Text("assignee"),
            query.Time("dueBefore", (await calendars.CurrentAsync(cancel)).Zone));
        var size = query.Number("pageSize", OpenRequests.LargestPage, UsualPage);
        var continuation = query.Text("continuation");
        if (continuation is not null && !OpenRequests.IsContinuation(continuation))
        {
            query.Errors.Add("continuation", "This must be the continuation of an earlier page.");
        }

        return query.Errors.None
            ? Results.Json(await open.PageAsync(filter, size, continuation, cancel), ApiJson.Options)
            : Problems.BadInput(query.Errors.ByPath());
    }
}
