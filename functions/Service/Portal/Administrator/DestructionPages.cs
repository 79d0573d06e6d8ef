using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Desk;
using Service.Portal.Layout;
using Service.Reports;
using Service.SignIn;

namespace Service.Portal.Administrator;

/// <summary>What receivers of data still have to destroy, and what an administrator does about it: remind them, or do without.</summary>
internal static class DestructionPages
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("/admin/destruction", (HttpContext http, DestructionReport report, FrameSource frames) => PageAsync(http, report, frames, Entries.Blank("")));
        admin.MapGet("/admin/destruction.csv", async (HttpContext http, DestructionReport report) =>
        {
            http.Response.Headers.ContentDisposition = "attachment; filename=\"destructions.csv\"";
            return Results.Text(Tables.AsCsv(await report.AllAsync(Shown(http), http.RequestAborted)), $"{Csv.MediaType}; charset=utf-8");
        });
        admin.MapPost("/admin/destruction/{id}/remind", (string id, HttpContext http, RequestDesk desk, DestructionReport report, FrameSource frames) =>
            DoAsync(http, desk, report, frames, id, "destruction-reminded", _ => new RequestCommand.RemindDestruction()));
        admin.MapPost("/admin/destruction/{id}/exempt", (string id, HttpContext http, RequestDesk desk, DestructionReport report, FrameSource frames) =>
            DoAsync(http, desk, report, frames, id, "destruction-exempted", entries => new RequestCommand.ExemptDestruction(entries["reason"])));
    }

    private static async Task<IResult> DoAsync(
        HttpContext http, RequestDesk desk, DestructionReport report, FrameSource frames, string id, string done, Func<Entries, RequestCommand> read)
    {
        var entries = Entries.From($"exempt-{id}", await http.Request.ReadFormAsync(http.RequestAborted));
        var outcome = await desk.ExecuteAsync(id, read(entries), StaffSignIn.Of(http.User)!, expectedVersion: null, http.RequestAborted);
        return outcome switch
        {
            { State: null } => Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotFound, StatusCodes.Status404NotFound),
            { Refusal: { } refusal } => await PageAsync(http, report, frames, entries.Wrong(Mistakes.Of(refusal))),
            _ => Results.Redirect($"/admin/destruction?done={done}"),
        };
    }

    private static async Task<IResult> PageAsync(HttpContext http, DestructionReport report, FrameSource frames, Entries entries) => Page.Of<DestructionPage>(
        await frames.ForAsync(http),
        new DestructionView(
            [.. (await report.AllAsync(Shown(http), http.RequestAborted)).Select(Line)], entries,
            Entries.With("filter", ("show", $"{Shown(http)}"))),
        entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    // An address that says something else shows what is owed: a bookmark of a page is not worth a refusal.
    private static DestructionFilter Shown(HttpContext http) =>
        Enum.TryParse<DestructionFilter>(http.Request.Query["show"], out var shown) && Enum.IsDefined(shown) ? shown : DestructionFilter.Owed;

    private static DestructionLine Line(OwedDestruction owed) => new(
        owed.RequestId, owed.Organization is { } organization ? $"{owed.Receiver}, {organization}" : owed.Receiver, owed.AgreementEndsOn, owed.OverdueFrom,
        owed.Standing != DestructionStanding.NotYetDue, owed.Standing == DestructionStanding.Overdue, owed.RemindedAt)
    {
        Chased = owed.Chased,
        LastChasedAt = owed.LastChasedAt,
        SettledAt = owed.SettledAt,
        SettledHow = owed.SettledHow,
        IsAttested = owed.Standing == DestructionStanding.Attested,
        RefusedRequests = owed.RefusedRequests.Split("; ", StringSplitOptions.RemoveEmptyEntries),
    };
}
