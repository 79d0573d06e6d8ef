using System.Globalization;
using System.Text;
using Core.Training;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Portal.Layout;
using Service.Registers;
using Service.Reports;
using Service.SignIn;
using Service.Training;

namespace Service.Portal.Administrator.Training;

/// <summary>The training register: completion, who is listed, import with a preview, single entries, history and undo.</summary>
internal sealed class TrainingPages(TrainingStore store, TrainingDesk desk, FrameSource frames)
{
    private static readonly FieldError Outdated = new(null, "Somebody changed the register in the meantime. Look at the changes again, then put them into force.");

    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("/admin/training", (HttpContext http, TrainingPages pages) => pages.PageAsync(http, Entries.Blank("")));
        admin.MapGet("/admin/training/register.csv", (HttpContext http, TrainingPages pages) => pages.ExportAsync(http));
        admin.MapPost("/admin/training/preview", (HttpContext http, TrainingPages pages) => pages.PreviewFileAsync(http));
        admin.MapPost("/admin/training/entry", (HttpContext http, TrainingPages pages) => pages.EnterAsync(http));
        admin.MapPost("/admin/training/removal", (HttpContext http, TrainingPages pages) => pages.RemoveAsync(http));
        admin.MapGet("/admin/training/versions/{version:int}", (int version, HttpContext http, TrainingPages pages) => pages.PreviewVersionAsync(http, version));
        admin.MapPost("/admin/training/register", (HttpContext http, TrainingPages pages) => pages.PutAsync(http));
    }

    private async Task<IResult> ExportAsync(HttpContext http) => Results.File(
        Encoding.UTF8.GetBytes(await store.TextAsync(http.RequestAborted)), $"{Csv.MediaType}; charset=utf-8", "training.csv");

    private async Task<IResult> PreviewFileAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var entries = Entries.From("file", form);
        if (form.Files["file"] is not { Length: > 0 and <= RegisterTable.LargestFile } file)
        {
            return await PageAsync(http, entries.Wrong(new FieldError("file", "Choose a CSV file of at most 5 MB")));
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        var way = entries["way"] == nameof(ImportWay.Replace) ? ImportWay.Replace : ImportWay.Add;
        var proposal = await desk.ProposeAsync(text, way, http.RequestAborted);
        return proposal.Errors.Count > 0
            ? await PageAsync(http, entries.Wrong(Wrong("file", proposal.Errors)))
            : await PreviewAsync(http, proposal, $"Import of {file.FileName}");
    }

    private async Task<IResult> EnterAsync(HttpContext http)
    {
        var entries = Entries.From("entry", await http.Request.ReadFormAsync(http.RequestAborted));
        var line = Csv.Write(TrainingFile.Columns,
        [
            [
                entries["name"], entries["email"], entries["office"], string.Join(';', entries.All("roles")), entries["course"],
                entries["completedOn"], entries["validUntil"],
            ],
        ]);
        var proposal = await desk.ProposeAsync(line, ImportWay.Add, http.RequestAborted);
        if (proposal.Errors.Count > 0)
        {
            return await PageAsync(http, entries.Wrong([.. proposal.Errors.Select(error => new FieldError(error.Column, error.Text))]));
        }

        var done = await desk.PutAsync(
            proposal, proposal.Seen, StaffSignIn.Of(http.User)!.Name, $"Entry: {entries["name"]}", http.RequestAborted);
        return done ? Results.Redirect("/admin/training?done=training") : await PageAsync(http, entries.Wrong(Outdated));
    }

    private async Task<IResult> RemoveAsync(HttpContext http)
    {
        var entries = Entries.From("removal", await http.Request.ReadFormAsync(http.RequestAborted));
        var register = await store.CurrentAsync(http.RequestAborted);
        var left = register.People.Where(person => !person.Email.Equals(entries["email"], StringComparison.OrdinalIgnoreCase)).ToList();
        return left.Count == register.People.Count
            ? await PageAsync(http, entries.Wrong(new FieldError("email", "Choose whom to remove")))
            : await PreviewAsync(http, await desk.ProposeAsync(TrainingFile.Write(left), ImportWay.Replace, http.RequestAborted), $"Removal of {entries["email"]}");
    }

    private async Task<IResult> PreviewVersionAsync(HttpContext http, int version) =>
        await desk.ProposeVersionAsync(version, http.RequestAborted) is { } proposal
            ? await PreviewAsync(http, proposal, string.Create(CultureInfo.InvariantCulture, $"Back to version {version}"))
            : Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotFound, StatusCodes.Status404NotFound);

    private async Task<IResult> PutAsync(HttpContext http)
    {
        var entries = Entries.From("register", await http.Request.ReadFormAsync(http.RequestAborted));
        // A register that was looked at as a whole is put in force as a whole.
        var proposal = await desk.ProposeWholeAsync(entries["text"], http.RequestAborted);
        var seen = int.TryParse(entries["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
        return await desk.PutAsync(proposal, seen, StaffSignIn.Of(http.User)!.Name, entries["note"], http.RequestAborted)
            ? Results.Redirect("/admin/training?done=training")
            : await PreviewAsync(http, proposal, entries["note"], Outdated);
    }

    private async Task<IResult> PreviewAsync(HttpContext http, TrainingProposal proposal, string note, FieldError? trouble = null)
    {
        if (proposal.After is not { } after)
        {
            return await PageAsync(http, Entries.Blank("file").Wrong(Wrong("file", proposal.Errors)));
        }

        return Page.Of<TrainingPreview>(
            await frames.ForAsync(http),
            new TrainingPreviewView(proposal.Seen, TrainingFile.Write(after.People), note, proposal.Change!, trouble is null ? [] : [new(trouble.Text)]),
            trouble is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private async Task<IResult> PageAsync(HttpContext http, Entries entries)
    {
        var frame = await frames.ForAsync(http);
        var now = await frames.CircumstancesAsync(http.RequestAborted);
        var register = await store.CurrentAsync(http.RequestAborted);
        var history = await store.HistoryAsync(http.RequestAborted);
        return Page.Of<TrainingPage>(
            frame,
            new TrainingView(
                register, now.Policy.Training, TrainingCompletion.Of(register, now.Policy.Training, now.Today), now.Today,
                [.. history.Take(TrainingView.VersionsShown).Select(version => new VersionLine(version.Version, version.By, version.At, version.Note))], entries),
            entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static IReadOnlyList<FieldError> Wrong(string field, IReadOnlyList<RegisterError> errors) =>
        [.. errors.Select(error => new FieldError(field, error.ToString()))];
}
