using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Service.Desk;
using Service.Portal.Layout;
using Service.Reports;
using Service.SignIn;
using Service.Storage;

namespace Service.Portal.Analyst.Queues;

/// <summary>The queue: its filters are the address, so that a filter can be kept and sent to somebody else.</summary>
internal sealed class QueuePages(
    OpenRequests requests, RequestSearch search, RequestDesk desk, QueueCounts counts, StaffPreferences preferences, BulkDesk bulk, FrameSource frames)
{
    private const int PageSize = 25;
    private const int MostFound = 50;
    private static readonly string[] Fields = ["status", "office", "assignee", "dueBefore"];

    public static void Map(IEndpointRouteBuilder staff)
    {
        staff.MapGet("/staff", (HttpContext http, QueuePages pages) => pages.ShowAsync(http, ChosenIn(http)));
        staff.MapPost("/staff/bulk", (HttpContext http, QueuePages pages) => pages.BulkAsync(http));
        staff.MapPost("/staff/filters", (HttpContext http, QueuePages pages) => pages.KeepAsync(http));
        staff.MapPost("/staff/filters/forget", (HttpContext http, QueuePages pages) => pages.ForgetAsync(http));
    }

    /// <summary>The address's query for what was chosen; empty where nothing was.</summary>
    public static string QueryOf(Entries filter, string? continuation = null)
    {
        var pairs = Fields.Select(field => (field, filter[field])).Append(("continuation", continuation ?? ""))
            .Where(pair => pair.Item2.Length > 0).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}");
        return string.Join('&', pairs) is { Length: > 0 } query ? $"?{query}" : "";
    }

    private async Task<IResult> ShowAsync(HttpContext http, Entries chosen, Func<QueueView, QueueView>? with = null, int status = StatusCodes.Status200OK)
    {
        var frame = await frames.ForAsync(http);
        var question = http.Request.Query["q"].ToString().Trim() is { Length: > 0 } asked ? asked : null;
        var totals = counts.LatestAsync(http.RequestAborted);
        var saved = preferences.FiltersAsync(frame.Staff!.Name, http.RequestAborted);
        var view = question is null ? await PageAsync(http, chosen, frame) : await FoundAsync(question, frame, http.RequestAborted);
        view = view with { Totals = await totals, Saved = await saved, Actions = BulkDesk.AllowedTo(frame.Staff) };
        return Page.Of<Queue>(frame, with is null ? view : with(view), status);
    }

    private async Task<QueueView> PageAsync(HttpContext http, Entries chosen, Frame frame)
    {
        var continuation = http.Request.Query["continuation"].ToString() is { Length: > 0 } given && OpenRequests.IsContinuation(given) ? given : null;
        var page = await requests.PageAsync(Read(chosen, frame.Dates.Zone), PageSize, continuation, http.RequestAborted);
        return new(
            [.. page.Items.Select(item => Line(item, frame.Dates.Now))], chosen, page.Continuation is { } next ? QueryOf(chosen, next) : null, continuation is null);
    }

    private async Task<QueueView> FoundAsync(string question, Frame frame, CancellationToken cancel)
    {
        var ids = await search.FindAsync(question, MostFound, cancel);
        var states = await Task.WhenAll(ids.Select(id => desk.FindAsync(id, cancel)));
        var circumstances = await frames.CircumstancesAsync(cancel);
        QueueLine[] lines =
        [
            .. states.OfType<RequestState>().OrderByDescending(state => state.SubmittedAt).Select(state => Line(Summaries.Of(state, circumstances), frame.Dates.Now)),
        ];
        return new(lines, Entries.Blank("filter"), null, true) { Search = question };
    }

    private async Task<IResult> BulkAsync(HttpContext http)
    {
        var entries = Entries.From("bulk", await http.Request.ReadFormAsync(http.RequestAborted));
        var by = StaffSignIn.Of(http.User)!;
        if (BulkDesk.Read(entries, by, out var action, out var error) is not { } command)
        {
            return await ShowAsync(http, ChosenIn(http), view => view with { Bulk = entries.Wrong(error!) }, StatusCodes.Status422UnprocessableEntity);
        }

        if (!entries.Has("seen", "yes"))
        {
            var plans = await bulk.TryAsync(command, entries.All("chosen"), by, http.RequestAborted);
            var characterised = plans.Select(plan => plan.Refusal).OfType<Refusal>().FirstOrDefault(refusal => refusal.Code == Screening.Unconfirmed);
            return characterised is not null
                ? await ShowAsync(http, ChosenIn(http), view => view with { Bulk = entries.Wrong(Mistakes.Of(characterised, command)) }, StatusCodes.Status422UnprocessableEntity)
                : Page.Of<BulkPreview>(await frames.ForAsync(http), new BulkPreviewView(entries, QueryOf(ChosenIn(http)), action, plans));
        }

        var outcome = await bulk.DoAsync(action, command, entries.All("chosen"), by, http.RequestAborted);
        return await ShowAsync(http, ChosenIn(http), view => view with { Outcome = outcome });
    }

    private async Task<IResult> KeepAsync(HttpContext http)
    {
        var entries = Entries.From("keep", await http.Request.ReadFormAsync(http.RequestAborted));
        var name = entries["name"];
        FieldError? error = name.Length switch
        {
            0 => new("name", "Give the filter a name"),
            > StaffPreferences.LongestName => new("name", $"A name has at most {StaffPreferences.LongestName} characters"),
            _ when Screening.SaysStatus(name) => new("name", "Choose another name: nobody's immigration status is kept here"),
            _ => null,
        };
        var chosen = ChosenIn(http);
        if (error is null && !await preferences.KeepAsync(StaffSignIn.Of(http.User)!.Name, new(name, QueryOf(chosen)), http.RequestAborted))
        {
            error = new("name", $"You keep {StaffPreferences.MostFilters} filters already: forget one first");
        }

        return error is null
            ? Results.Redirect($"/staff{QueryOf(chosen)}")
            : await ShowAsync(http, chosen with { Errors = [error] }, status: StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> ForgetAsync(HttpContext http)
    {
        var entries = Entries.From("forget", await http.Request.ReadFormAsync(http.RequestAborted));
        await preferences.ForgetAsync(StaffSignIn.Of(http.User)!.Name, entries["name"], http.RequestAborted);
        return Results.Redirect($"/staff{QueryOf(ChosenIn(http))}");
    }

    private static Entries ChosenIn(HttpContext http) => new(
        "filter", http.Request.Query.Where(pair => Fields.Contains(pair.Key, StringComparer.Ordinal) && pair.Value.ToString().Length > 0)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), []);

    // What does not read as a filter is no filter: the form only offers what does.
    private static QueueFilter Read(Entries chosen, DateTimeZone zone) => new(
        Enum.TryParse<RequestStatus>(chosen["status"], out var status) && Enum.IsDefined(status) ? status : null,
        Enum.TryParse<Office>(chosen["office"], out var office) && Enum.IsDefined(office) ? office : null,
        chosen.Optional("assignee"),
        LocalDatePattern.Iso.Parse(chosen["dueBefore"]) is { Success: true, Value: var date } ? zone.AtStartOfDay(date.PlusDays(1)).ToInstant() : null);

    private static QueueLine Line(RequestSummary item, Instant now) => new(
        item.Id, item.Version, item.RequesterName, item.Organization, item.Kind, item.Level, item.Status, item.Office, item.Assignee, item.WaitingOn, item.DueAt,
        DueChip.Judge(item.DueAt, item.WaitingOn, item.DeliveredAt is not null || item.EndedAt is not null, now), item.Expedited,
        item.OutreachBreached && item.Status == RequestStatus.Submitted);
}
