using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Core.Authorities;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Service.Api.Uploads;
using Service.Desk;
using Service.Documents;
using Service.Portal.Layout;
using Service.SignIn;
using Service.SignIn.Renewal;
using Service.Storage;

namespace Service.Portal.Counter;

/// <summary>
/// Writing down that police or another authority asks for student information at a school (policy section 3, rules 2 and 3). Whoever sits at the
/// counter needs no account: the visit is written down at once, what may be said is on the page, and how often it is done from one place is limited.
/// </summary>
internal sealed class CounterPages(RequestDesk desk, DocumentDesk documents, CounterTicket ticket, Attempts attempts, FrameSource frames)
{
    private const string Form = "visit";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/counter", (HttpContext http, CounterPages counter) => counter.StartAsync(http));
        pages.MapPost("/counter", (HttpContext http, CounterPages counter) => counter.StepAsync(http));
        pages.MapGet("/counter/recorded", (HttpContext http, CounterPages counter) => counter.RecordedAsync(http, Entries.Blank("papers")));
        pages.MapPost("/counter/papers", (HttpContext http, CounterPages counter) => counter.PapersAsync(http))
            .WithMetadata(new RequestSizeLimitAttribute(FileStore.LargestDocument + (1 << 20)))
            .WithFormOptions(multipartBodyLengthLimit: FileStore.LargestDocument + (1 << 20));
    }

    private async Task<IResult> StartAsync(HttpContext http)
    {
        var frame = await frames.ForAsync(http);
        return await ShowAsync(http, CounterStep.Who, frame.Staff is { } staff ? Entries.With(Form, ("name", staff.Name)) : Entries.Blank(Form), NewKey());
    }

    private async Task<IResult> StepAsync(HttpContext http)
    {
        var entries = Entries.From(Form, await http.Request.ReadFormAsync(http.RequestAborted));
        var step = Enum.TryParse<CounterStep>(entries["step"], out var given) && Enum.IsDefined(given) ? given : CounterStep.Who;
        var key = Guid.TryParseExact(entries["key"], "N", out _) ? entries["key"] : NewKey();
        if (entries["go"] == "back")
        {
            return await ShowAsync(http, step - 1, entries, key);
        }

        var circumstances = await frames.CircumstancesAsync(http.RequestAborted);
        var errors = CounterReading.Check(entries, step, circumstances.Policy);
        return errors.Count > 0 ? await WrongAsync(http, entries, key, errors)
            : step < CounterStep.Send ? await ShowAsync(http, step + 1, entries, key)
            : await SendAsync(http, entries, key, circumstances);
    }

    private async Task<IResult> SendAsync(HttpContext http, Entries entries, string key, Circumstances circumstances)
    {
        var limit = circumstances.Policy.LawEnforcement.IntakesPerHour;
        if (StaffSignIn.Of(http.User) is null && !await attempts.TakeAsync("visit/place", LinkRenewals.PlaceOf(http), limit, http.RequestAborted))
        {
            return await WrongAsync(http, entries, key,
                [new(null, "Too many visits were written down from here within an hour. Please call the office below; what you typed is still here.")]);
        }

        var submission = CounterReading.Submission(entries, circumstances.Policy);
        var outcome = await desk.SubmitAsync(submission, KeyOf(key, submission), http.RequestAborted);
        if (outcome is not { State: { } state })
        {
            var wrong = outcome.Refusal is { } refusal
                ? Mistakes.Of(refusal, new RequestCommand.Submit(submission, outcome.Decision))
                : new FieldError(null, "This could not be written down. Please call the office below.");
            return await WrongAsync(http, entries, key, [wrong with { Field = wrong.Field is { } field ? CounterReading.Field(field) : null }]);
        }

        ticket.Give(http, state.Id);
        return Results.Redirect("/counter/recorded");
    }

    private async Task<IResult> RecordedAsync(HttpContext http, Entries entries)
    {
        var frame = await frames.ForAsync(http);
        if (ticket.Read(http) is not { } id || await desk.FindAsync(id, http.RequestAborted) is not { Submission.Visit: { } visit } state)
        {
            return Results.Redirect("/counter");
        }

        var policy = (await frames.CircumstancesAsync(http.RequestAborted)).Policy;
        var advice = CounterAdvice.For(visit.Authority, state.Submission.LegalProcess, state.Submission.ClaimedException);
        return Page.Of<CounterRecordedPage>(
            frame, new CounterRecorded(id, visit.RecordedBy.Email, advice, policy.Offices, entries, [.. state.HandedIn.Select(paper => paper.FileName)]),
            entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> PapersAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var entries = Entries.From("papers", form);
        if (ticket.Read(http) is not { } id)
        {
            return Results.Redirect("/counter");
        }

        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return await RecordedAsync(http, entries.Wrong(new FieldError("file", "Choose a photo or a file that is not empty")));
        }

        await using var content = file.OpenReadStream();
        if (await documents.KeepAsync(id, content, http.RequestAborted) is not { } kept)
        {
            return await RecordedAsync(http, entries.Wrong(new FieldError("file", $"The file is larger than {Words.Size(FileStore.LargestDocument)}")));
        }

        var outcome = await documents.HandInAsync(id, kept, DocumentKind.Other, FileNames.Plain(file.FileName), http.RequestAborted);
        return outcome.Refusal is { } refusal
            ? await RecordedAsync(http, entries.Wrong(Mistakes.Of(refusal)))
            : Results.Redirect("/counter/recorded?done=paper");
    }

    // The earliest step with something wrong, with all that is wrong on it.
    private Task<IResult> WrongAsync(HttpContext http, Entries entries, string key, IReadOnlyList<FieldError> errors)
    {
        var first = errors.Min(error => CounterSteps.Of(error.Field ?? ""));
        return ShowAsync(http, first, entries.Wrong([.. errors.Where(error => CounterSteps.Of(error.Field ?? "") == first)]), key, StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> ShowAsync(HttpContext http, CounterStep wanted, Entries entries, string key, int status = StatusCodes.Status200OK)
    {
        var step = (CounterStep)Math.Clamp((int)wanted, (int)CounterStep.Who, (int)CounterStep.Send);
        var policy = (await frames.CircumstancesAsync(http.RequestAborted)).Policy;
        var advice = step > CounterStep.Who && CounterReading.Authority(entries) is { } authority
            ? CounterAdvice.For(authority, CounterReading.Process(entries), CounterReading.Claimed(entries))
            : null;
        return Page.Of<CounterForm>(await frames.ForAsync(http), new CounterView(step, entries, key, advice, policy.Offices), status);
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");

    // The same form with the same answers is the same visit however often it is sent.
    private static string KeyOf(string key, Core.Routing.Submission submission) =>
        $"visit-{key}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(submission))))[..16]}";
}
