using System.Globalization;
using Core.Calendar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Service.Calendar;
using Service.Portal.Layout;
using Service.SignIn;

namespace Service.Portal.Administrator;

/// <summary>The district's closures: by a form or a calendar file, each change looked at before it is in force; history and undo.</summary>
internal sealed class CalendarPages(CalendarStore calendars, DeadlineMoves moves, OpenRequestsRollout rollout, FrameSource frames)
{
    private const int LargestFile = 2 * 1024 * 1024;
    private const int LongestClosure = 120;

    private static readonly Problem Outdated = new("Somebody changed the calendar in the meantime. Look at the changes again, then put them into force.");

    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("/admin/calendar", (HttpContext http, int? year, int? moved, CalendarPages pages) => pages.PageAsync(http, Entries.Blank(""), year, moved));
        admin.MapPost("/admin/calendar/closures", (HttpContext http, CalendarPages pages) => pages.AddAsync(http));
        admin.MapPost("/admin/calendar/removal", (HttpContext http, CalendarPages pages) => pages.RemoveAsync(http));
        admin.MapPost("/admin/calendar/file", (HttpContext http, CalendarPages pages) => pages.ReadFileAsync(http));
        admin.MapGet("/admin/calendar/versions/{version:int}", (int version, HttpContext http, CalendarPages pages) => pages.VersionAsync(http, version));
        admin.MapPost("/admin/calendar", (HttpContext http, CalendarPages pages) => pages.PutAsync(http));
    }

    private async Task<IResult> AddAsync(HttpContext http)
    {
        var entries = Entries.From("closure", await http.Request.ReadFormAsync(http.RequestAborted));
        var calendar = await calendars.CurrentAsync(http.RequestAborted);
        if (LocalDatePattern.Iso.Parse(entries["date"]) is not { Success: true, Value: var from })
        {
            return await PageAsync(http, entries.Wrong(new FieldError("date", "Enter the day that is closed")));
        }

        var until = from;
        if (entries.Optional("until") is { } last
            && (!LocalDatePattern.Iso.Parse(last).TryGetValue(from, out until) || until < from || Period.DaysBetween(from, until) >= LongestClosure))
        {
            return await PageAsync(http, entries.Wrong(new FieldError("until", $"The last day must be the first one or come within {LongestClosure} days after it")));
        }

        if (entries["name"].Length == 0)
        {
            return await PageAsync(http, entries.Wrong(new FieldError("name", "Enter a name, such as Snow day: people read it where a deadline moves")));
        }

        var days = Days(from, until).Where(day => calendar.Closures.All(closure => closure.Date != day)).ToList();
        return days.Count == 0
            ? await PageAsync(http, entries.Wrong(new FieldError("date", "That day is in the calendar already")))
            : await PreviewAsync(
                http, CalendarFile.Print([.. calendar.Closures, .. days.Select(day => new Closure(day, entries["name"]))]), $"Closure: {entries["name"]}", entries, "name");
    }

    private async Task<IResult> RemoveAsync(HttpContext http)
    {
        var entries = Entries.From("removal", await http.Request.ReadFormAsync(http.RequestAborted));
        var calendar = await calendars.CurrentAsync(http.RequestAborted);
        if (LocalDatePattern.Iso.Parse(entries["from"]) is not { Success: true, Value: var from } || LocalDatePattern.Iso.Parse(entries["to"]) is not { Success: true, Value: var to })
        {
            return await PageAsync(http, entries.Wrong(new FieldError(null, "Choose the closure to remove in the list below")));
        }

        var left = calendar.Closures.Where(closure => closure.Name != entries["name"] || closure.Date < from || closure.Date > to);
        return await PreviewAsync(http, CalendarFile.Print(left), $"Removal of {entries["name"]}", entries, null);
    }

    private async Task<IResult> ReadFileAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var entries = Entries.From("file", form);
        if (form.Files["file"] is not { Length: > 0 and <= LargestFile } file)
        {
            return await PageAsync(http, entries.Wrong(new FieldError("file", "Choose a calendar file of at most 2 MB")));
        }

        using var reader = new StreamReader(file.OpenReadStream());
        return await PreviewAsync(http, await reader.ReadToEndAsync(http.RequestAborted), $"Import of {file.FileName}", entries, "file");
    }

    private async Task<IResult> VersionAsync(HttpContext http, int version) =>
        await calendars.VersionTextAsync(version, http.RequestAborted) is { } text
            ? await PreviewAsync(http, text, string.Create(CultureInfo.InvariantCulture, $"Back to version {version}"), Entries.Blank("file"), "file")
            : Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotFound, StatusCodes.Status404NotFound);

    private async Task<IResult> PutAsync(HttpContext http)
    {
        var entries = Entries.From("file", await http.Request.ReadFormAsync(http.RequestAborted));
        var now = (await frames.ForAsync(http)).Dates.Now;
        var proposal = await calendars.ProposeAsync(entries["text"], now, http.RequestAborted);
        if (proposal.Errors.Count > 0)
        {
            return await PageAsync(http, entries.Wrong(Wrong("file", proposal.Errors)));
        }

        var seen = int.TryParse(entries["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
        var moving = await moves.BetweenAsync(proposal.Before!, proposal.After!, http.RequestAborted);
        var replaced = await calendars.ReplaceAsync(entries["text"], StaffSignIn.Of(http.User)!.Name, now, http.RequestAborted, seen, entries["note"]);
        if (replaced.After is null)
        {
            return await PreviewAsync(http, entries["text"], entries["note"], entries, "file", Outdated);
        }

        await rollout.CalendarAsync(http.RequestAborted);
        return Results.Redirect($"/admin/calendar?moved={moving.Count.ToString(CultureInfo.InvariantCulture)}");
    }

    private async Task<IResult> PreviewAsync(HttpContext http, string text, string note, Entries entries, string? field, Problem? trouble = null)
    {
        var frame = await frames.ForAsync(http);
        var proposal = await calendars.ProposeAsync(text, frame.Dates.Now, http.RequestAborted);
        if (proposal is not { Before: { } before, After: { } after })
        {
            return await PageAsync(http, entries.Wrong(Wrong(field, proposal.Errors)));
        }

        return Page.Of<CalendarPreview>(
            frame,
            new CalendarPreviewView(
                proposal.Seen, text, note, ClosureRun.Of(after.Closures.Except(before.Closures)), ClosureRun.Of(before.Closures.Except(after.Closures)),
                await moves.BetweenAsync(before, after, http.RequestAborted), trouble is null ? [] : [trouble]),
            trouble is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private async Task<IResult> PageAsync(HttpContext http, Entries entries, int? year = null, int? moved = null)
    {
        var frame = await frames.ForAsync(http);
        var calendar = await calendars.CurrentAsync(http.RequestAborted);
        var shown = Math.Clamp(year ?? frame.Dates.Today.Year, CalendarView.FirstYear, CalendarView.LastYear);
        var history = await calendars.HistoryAsync(http.RequestAborted);
        return Page.Of<CalendarPage>(
            frame,
            new CalendarView(
                calendar.Version, CalendarView.InOrder(calendar.Closures, frame.Dates.Today), shown, MassachusettsHolidays.Of(shown),
                [.. history.Take(CalendarView.VersionsShown).Select(version => new VersionLine(version.Version, version.By, version.At, version.Note))],
                entries, moved),
            entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate until)
    {
        for (var day = from; day <= until; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    private static IReadOnlyList<FieldError> Wrong(string? field, IReadOnlyList<CalendarFileError> errors) =>
        [.. errors.Select(error => new FieldError(field, $"Line {error.Line}: {error.Text}"))];
}
