using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Portal.Layout;
using Service.Registers;
using Service.Reports;
using Service.SignIn;

namespace Service.Portal.Administrator.Registers;

/// <summary>The registers of partners and research approvals: import with a preview, single entries, history and undo.</summary>
internal sealed class RegisterPages(IEnumerable<IRegisterDesk> desks, FrameSource frames)
{
    private const string Address = "/admin/registers";

    private static readonly FieldError Outdated = new(null, "Somebody changed the register in the meantime. Look at the changes again, then put them into force.");

    private readonly IReadOnlyList<IRegisterDesk> all = [.. desks];

    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet(Address, (RegisterPages pages) => Results.Redirect($"{Address}/{pages.all[0].Name}"));
        var one = admin.MapGroup($"{Address}/{{register}}");
        one.MapGet("", Do((pages, http, desk) => pages.PageAsync(http, desk, Entries.Blank(""))));
        one.MapGet("/file.csv", Do(async (_, http, desk) => Results.File(
            Encoding.UTF8.GetBytes((await desk.CurrentAsync(http.RequestAborted)).Text), $"{Csv.MediaType}; charset=utf-8", $"{desk.Name}.csv")));
        one.MapPost("/preview", Do((pages, http, desk) => pages.PreviewFileAsync(http, desk)));
        one.MapPost("/entry", Do((pages, http, desk) => pages.EnterAsync(http, desk)));
        one.MapPost("/removal", Do((pages, http, desk) => pages.RemoveAsync(http, desk)));
        one.MapGet("/versions/{version:int}", (string register, int version, HttpContext http, RegisterPages pages) =>
            pages.OpenAsync(http, register, desk => pages.PreviewVersionAsync(http, desk, version)));
        one.MapPost("", Do((pages, http, desk) => pages.PutAsync(http, desk)));
    }

    private static Func<string, HttpContext, RegisterPages, Task<IResult>> Do(Func<RegisterPages, HttpContext, IRegisterDesk, Task<IResult>> action) =>
        (register, http, pages) => pages.OpenAsync(http, register, desk => action(pages, http, desk));

    private async Task<IResult> OpenAsync(HttpContext http, string register, Func<IRegisterDesk, Task<IResult>> action) =>
        all.FirstOrDefault(desk => desk.Name == register) is { } found ? await action(found) : await NotFoundAsync(http);

    private async Task<IResult> PreviewFileAsync(HttpContext http, IRegisterDesk desk)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var entries = Entries.From("file", form);
        if (form.Files["file"] is not { Length: > 0 and <= RegisterTable.LargestFile } file)
        {
            return await PageAsync(http, desk, entries.Wrong(new FieldError("file", "Choose a CSV file of at most 5 MB")));
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        var way = entries["way"] == nameof(ImportWay.Replace) ? ImportWay.Replace : ImportWay.Add;
        var proposal = await desk.ProposeAsync(text, way, http.RequestAborted);
        return proposal.Errors.Count > 0
            ? await PageAsync(http, desk, entries.Wrong([.. proposal.Errors.Select(error => new FieldError("file", error.ToString()))]))
            : await PreviewAsync(http, desk, proposal, $"Import of {file.FileName}");
    }

    private async Task<IResult> EnterAsync(HttpContext http, IRegisterDesk desk)
    {
        var entries = Entries.From("entry", await http.Request.ReadFormAsync(http.RequestAborted));
        var proposal = await desk.ProposeAsync(Csv.Write(desk.Columns, [[.. desk.Columns.Select(column => entries[column])]]), ImportWay.Add, http.RequestAborted);
        return proposal.Errors.Count > 0
            ? await PageAsync(http, desk, entries.Wrong([.. proposal.Errors.Select(error => new FieldError(error.Column, error.Text))]))
            : await PreviewAsync(http, desk, proposal, $"Entry of {entries[desk.Columns[0]]}");
    }

    private async Task<IResult> RemoveAsync(HttpContext http, IRegisterDesk desk)
    {
        var entries = Entries.From("removal", await http.Request.ReadFormAsync(http.RequestAborted));
        return await desk.ProposeRemovalAsync(entries["key"], http.RequestAborted) is { } proposal
            ? await PreviewAsync(http, desk, proposal, $"Removal of {entries["key"]}")
            : await PageAsync(http, desk, entries.Wrong(new FieldError("key", "Choose which entry to remove")));
    }

    private async Task<IResult> PreviewVersionAsync(HttpContext http, IRegisterDesk desk, int version) =>
        await desk.ProposeVersionAsync(version, http.RequestAborted) is { } proposal
            ? await PreviewAsync(http, desk, proposal, string.Create(CultureInfo.InvariantCulture, $"Back to version {version}"))
            : await NotFoundAsync(http);

    private async Task<IResult> PutAsync(HttpContext http, IRegisterDesk desk)
    {
        var entries = Entries.From("register", await http.Request.ReadFormAsync(http.RequestAborted));
        // A register that was looked at as a whole is put in force as a whole.
        var proposal = await desk.ProposeAsync(entries["text"], ImportWay.Replace, http.RequestAborted);
        var seen = int.TryParse(entries["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
        var now = (await frames.ForAsync(http)).Dates.Now;
        return await desk.PutAsync(proposal, seen, StaffSignIn.Of(http.User)!.Name, now, entries["note"], http.RequestAborted)
            ? Results.Redirect($"{Address}/{desk.Name}?done=register")
            : await PreviewAsync(http, desk, proposal, entries["note"], Outdated);
    }

    private async Task<IResult> PreviewAsync(HttpContext http, IRegisterDesk desk, RegisterProposal proposal, string note, FieldError? trouble = null)
    {
        if (proposal.Text is not { } text)
        {
            return await PageAsync(http, desk, Entries.Blank("file").Wrong([.. proposal.Errors.Select(error => new FieldError("file", error.ToString()))]));
        }

        return Page.Of<RegisterPreview>(
            await frames.ForAsync(http),
            new RegisterPreviewView(
                desk.Name, desk.Title, proposal.Seen, text, note, proposal.Differences ?? [], trouble is null ? [] : [new(trouble.Text)]),
            trouble is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private async Task<IResult> PageAsync(HttpContext http, IRegisterDesk desk, Entries entries)
    {
        var frame = await frames.ForAsync(http);
        var history = await desk.HistoryAsync(http.RequestAborted);
        return Page.Of<RegisterPage>(
            frame,
            new RegisterView(
                desk.Name, desk.Title, desk.Columns, desk.Required, await desk.RowsAsync(frame.Dates.Today, http.RequestAborted),
                [.. all.Where(other => other != desk).Select(other => new Option(other.Name, other.Title))],
                [.. history.Take(RegisterView.VersionsShown).Select(version => new VersionLine(version.Version, version.By, version.At, version.Note))], entries),
            entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> NotFoundAsync(HttpContext http) =>
        Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotFound, StatusCodes.Status404NotFound);
}
