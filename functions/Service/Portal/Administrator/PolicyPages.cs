using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Calendar;
using Service.Policy;
using Service.Portal.Layout;
using Service.SignIn;

namespace Service.Portal.Administrator;

/// <summary>The policy as a file: edited in the browser, its effect looked at before it is in force; history and undo.</summary>
internal sealed class PolicyPages(PolicyStore policies, PolicyPreview preview, OpenRequestsRollout rollout, FrameSource frames)
{
    private static readonly Problem Outdated = new("Somebody changed the policy in the meantime. Look at the changes again, then put them into force.");

    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("/admin/policy", (HttpContext http, PolicyPages pages) => pages.ShowAsync(http));
        admin.MapPost("/admin/policy/preview", (HttpContext http, PolicyPages pages) => pages.TryAsync(http));
        admin.MapGet("/admin/policy/versions/{version:int}", (int version, HttpContext http, PolicyPages pages) => pages.VersionAsync(http, version));
        admin.MapPost("/admin/policy", (HttpContext http, PolicyPages pages) => pages.PutAsync(http));
    }

    private async Task<IResult> ShowAsync(HttpContext http) =>
        await PageAsync(http, Entries.With("policy", ("json", await policies.TextAsync(http.RequestAborted))));

    private async Task<IResult> TryAsync(HttpContext http)
    {
        var entries = Entries.From("policy", await http.Request.ReadFormAsync(http.RequestAborted));
        return await PreviewAsync(http, entries, entries["json"], entries.Optional("note") ?? "Edited on the page");
    }

    private async Task<IResult> VersionAsync(HttpContext http, int version) =>
        await policies.VersionAsync(version, http.RequestAborted) is { } earlier
            ? await PreviewAsync(http, Entries.With("policy", ("json", PolicyFile.Write(earlier))), PolicyFile.Write(earlier),
                string.Create(CultureInfo.InvariantCulture, $"Back to version {version}"))
            : Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotFound, StatusCodes.Status404NotFound);

    private async Task<IResult> PutAsync(HttpContext http)
    {
        var entries = Entries.From("policy", await http.Request.ReadFormAsync(http.RequestAborted));
        var frame = await frames.ForAsync(http);
        // Without a readable version nothing can match, which is the safe side.
        var seen = int.TryParse(entries["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
        var replaced = await policies.ReplaceAsync(
            entries["json"], StaffSignIn.Of(http.User)!.Name, frame.Dates.Now, http.RequestAborted, seen, entries.Optional("note"));
        if (replaced.Errors.Count > 0)
        {
            return await PageAsync(http, Wrong(entries, replaced.Errors));
        }

        if (replaced.After is null)
        {
            return await PreviewAsync(http, entries, entries["json"], entries["note"], Outdated);
        }

        await rollout.PolicyAsync(http.RequestAborted);
        return Results.Redirect("/admin/policy?done=policy");
    }

    private async Task<IResult> PreviewAsync(HttpContext http, Entries entries, string text, string note, Problem? trouble = null)
    {
        var proposal = await preview.OfAsync(text, http.RequestAborted);
        return proposal.Errors.Count > 0
            ? await PageAsync(http, Wrong(entries, proposal.Errors))
            : Page.Of<PolicyPreviewPage>(
                await frames.ForAsync(http),
                new PolicyPreviewView(proposal.Seen, text, note, proposal.Differences, proposal.Requests, trouble is null ? [] : [trouble]),
                trouble is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private async Task<IResult> PageAsync(HttpContext http, Entries entries)
    {
        var history = await policies.HistoryAsync(http.RequestAborted);
        return Page.Of<PolicyPage>(
            await frames.ForAsync(http),
            new PolicyView(
                (await policies.CurrentAsync(http.RequestAborted)).Version, entries,
                [.. history.Take(PolicyView.VersionsShown).Select(version => new VersionLine(version.Version, version.By, version.At, version.Note))]),
            entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static Entries Wrong(Entries entries, IReadOnlyList<PolicyFileError> errors) =>
        entries.Wrong([.. errors.Select(error =>
            new FieldError("json", $"Line {error.Line}{(error.Path.Length > 0 ? $", {error.Path}" : "")}: {error.Text}"))]);
}
