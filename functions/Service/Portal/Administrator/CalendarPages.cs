using Core.Calendar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;
using Service.Calendar;
using Service.Portal.Layout;
using Service.SignIn;

namespace Service.Portal.Administrator;

/// <summary>The district's closures: one at a time by a form, or all at once by a calendar file.</summary>
internal sealed class CalendarPages(CalendarStore calendars, OpenRequestsRollout rollout, FrameSource frames)
{
    private const int LargestFile = 2 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("/admin/calendar", (HttpContext http, int? moved, CalendarPages pages) => pages.PageAsync(http, Entries.Blank(""), moved));
        admin.MapPost("/admin/calendar/closures", (HttpContext http, CalendarPages pages) => pages.AddAsync(http));
        admin.MapPost("/admin/calendar/file", (HttpContext http, CalendarPages pages) => pages.ReplaceAsync(http));
    }

    private async Task<IResult> AddAsync(HttpContext http)
    {
        var entries = Entries.From("closure", await http.Request.ReadFormAsync(http.RequestAborted));
        var calendar = await calendars.CurrentAsync(http.RequestAborted);
        if (LocalDatePattern.Iso.Parse(entries["date"]) is not { Success: true, Value: var date })
        {
            return await PageAsync(http, entries.Wrong(new FieldError("date", "Enter the day that is closed")));
        }

        if (entries["name"].Length == 0)
        {
            return await PageAsync(http, entries.Wrong(new FieldError("name", "Enter a name, such as Snow day: people read it where a deadline moves")));
        }

        return calendar.Closures.Any(closure => closure.Date == date)
            ? await PageAsync(http, entries.Wrong(new FieldError("date", "That day is in the calendar already")))
            : await PutAsync(http, CalendarFile.Print([.. calendar.Closures, new Closure(date, entries["name"])]), entries, "name");
    }

    private async Task<IResult> ReplaceAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var entries = Entries.From("file", form);
        if (form.Files["file"] is not { Length: > 0 and <= LargestFile } file)
        {
            return await PageAsync(http, entries.Wrong(new FieldError("file", "Choose a calendar file of at most 2 MB")));
        }

        using var reader = new StreamReader(file.OpenReadStream());
        return await PutAsync(http, await reader.ReadToEndAsync(http.RequestAborted), entries, "file");
    }

    private async Task<IResult> PutAsync(HttpContext http, string text, Entries entries, string field)
    {
        var frame = await frames.ForAsync(http);
        var replaced = await calendars.ReplaceAsync(text, StaffSignIn.Of(http.User)!.Name, frame.Dates.Now, http.RequestAborted);
        if (replaced.Errors.Count > 0)
        {
            return await PageAsync(http, entries.Wrong([.. replaced.Errors.Select(error => new FieldError(field, $"Line {error.Line}: {error.Text}"))]));
        }

        return Results.Redirect($"/admin/calendar?moved={await rollout.CalendarAsync(http.RequestAborted)}");
    }

    private async Task<IResult> PageAsync(HttpContext http, Entries entries, int? moved = null)
    {
        var frame = await frames.ForAsync(http);
        var calendar = await calendars.CurrentAsync(http.RequestAborted);
        return Page.Of<CalendarPage>(
            frame, CalendarView.Of(calendar, frame.Dates.Today, entries, moved),
            entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
