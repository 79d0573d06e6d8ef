using Core.Audits;
using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Service.Api;
using Service.Audits;
using Service.Portal.Layout;
using Service.SignIn;

namespace Service.Portal.Administrator.Audits;

/// <summary>Audits of released requests: draw a sample, record what was found, see what is open.</summary>
internal sealed class AuditsPages(ReleaseAuditDesk desk, FrameSource frames)
{
    private const int DefaultSize = 20;

    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("/admin/audits", (HttpContext http, AuditsPages pages) => pages.ListAsync(http, entries: null));
        admin.MapPost("/admin/audits", (HttpContext http, AuditsPages pages) => pages.DrawAsync(http));
        admin.MapGet("/admin/audits/{id}", (string id, HttpContext http, AuditsPages pages) => pages.ShowAsync(http, id, Entries.Blank("")));
        admin.MapPost("/admin/audits/{id}/findings", (string id, HttpContext http, AuditsPages pages) => pages.RecordAsync(http, id));
    }

    private async Task<IResult> ListAsync(HttpContext http, Entries? entries)
    {
        var audits = await desk.AllAsync(http.RequestAborted);
        if (http.Request.Query["format"] is ["csv" or "json"])
        {
            return ReleaseAuditsApi.ListAnswer(http.Request, audits);
        }

        var frame = await frames.ForAsync(http);
        entries ??= Entries.With("sample",
            ("from", LocalDatePattern.Iso.Format(frame.Dates.Today.PlusMonths(-1))), ("to", LocalDatePattern.Iso.Format(frame.Dates.Today)),
            ("size", DefaultSize.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("key", Guid.NewGuid().ToString("N")));
        return Page.Of<AuditsPage>(frame, new AuditsView(audits, entries), Status(entries));
    }

    private async Task<IResult> DrawAsync(HttpContext http)
    {
        var entries = Entries.From("sample", await http.Request.ReadFormAsync(http.RequestAborted));
        var (from, to) = (Day("from"), Day("to"));
        var size = int.TryParse(entries["size"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (from is null || to is null)
        {
            return await ListAsync(http, entries.Wrong(new FieldError(from is null ? "from" : "to", "Enter a day")));
        }

        var key = Guid.TryParseExact(entries["key"], "N", out _) ? entries["key"] : Guid.NewGuid().ToString("N");
        var outcome = await desk.DrawAsync(StaffSignIn.Of(http.User)!, from.Value, to.Value, size, entries.Optional("seed"), key, http.RequestAborted);
        return outcome is { Refusal: null, Audit: { } audit }
            ? Results.Redirect($"/admin/audits/{audit.Id}?done=sample")
            : await ListAsync(http, entries.Wrong(Mistakes.Of(outcome.Refusal!)));

        LocalDate? Day(string name) => LocalDatePattern.Iso.Parse(entries[name]) is { Success: true, Value: var day } && day.Year is >= 1900 and < 9000 ? day : null;
    }

    private async Task<IResult> ShowAsync(HttpContext http, string id, Entries entries) =>
        await desk.FindAsync(id, http.RequestAborted) is { } audit
            ? Page.Of<AuditPage>(await frames.ForAsync(http), new AuditView(audit, entries), Status(entries))
            : Results.NotFound();

    private async Task<IResult> RecordAsync(HttpContext http, string id)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var request = form["requestId"].ToString();
        var entries = Entries.From(AuditView.FormOf(request), form);
        if (!Enum.TryParse<AuditResult>(entries["result"], out var result) || !Enum.IsDefined(result))
        {
            return await ShowAsync(http, id, entries.Wrong(new FieldError("result", "Choose what you found")));
        }

        var words = Screening.Characterisations(entries["text"]);
        var key = Guid.TryParseExact(entries["key"], "N", out _) ? $"{entries["key"]}/{result}/{entries["text"]}" : null;
        var outcome = await desk.RecordAsync(
            StaffSignIn.Of(http.User)!, id, new(request, result, entries.Optional("text")), Wording.Confirms(entries, words), key, http.RequestAborted);
        return outcome switch
        {
            { Refusal: { Code: Screening.Unconfirmed } refusal } => await ShowAsync(http, id, entries.Wrong(new FieldError(refusal.Field, refusal.Text, words))),
            { Refusal: { } refusal } => await ShowAsync(http, id, entries.Wrong(Mistakes.Of(refusal))),
            { Audit: not null } => Results.Redirect($"/admin/audits/{id}?done=finding"),
            _ => Results.NotFound(),
        };
    }

    private static int Status(Entries entries) => entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
}
