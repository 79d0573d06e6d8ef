using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Core.Languages;
using Core.Policy;
using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Desk;
using Service.Portal.Layout;
using Service.PublishedData;

namespace Service.Portal.Requester;

/// <summary>
/// The request form. Each step posts everything typed so far and gets the next one: nothing is kept on the server before the
/// request is sent, and the browser's back button works.
/// </summary>
internal static class FormPages
{
    private const string Form = "request";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/request", StartAsync);
        pages.MapPost("/request", StepAsync);
        pages.MapGet("/requests/{id}/sent", SentAsync);
    }

    private static async Task<IResult> StartAsync(HttpContext http, FrameSource frames) =>
        Page.Of<RequestForm>(await frames.ForAsync(http), new FormPage(FormStep.You, Entries.Blank(Form), NewKey()));

    private static async Task<IResult> StepAsync(HttpContext http, RequestDesk desk, FrameSource frames, CatalogueCounts counts)
    {
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var entries = Entries.From(Form, posted);
        var step = Enum.TryParse<FormStep>(entries["step"], out var given) && Enum.IsDefined(given) ? given : FormStep.You;
        if (entries["go"] is ['l', 'a', 'n', 'g', '-', .. var tag])
        {
            PageLanguage.Choose(http, tag);
        }

        var frame = await frames.ForAsync(http);
        var key = Guid.TryParseExact(entries["key"], "N", out _) ? entries["key"] : NewKey();
        return entries["go"] switch
        {
            "back" => await ShowAsync(step - 1),
            ['l', 'a', 'n', 'g', '-', ..] => await ShowAsync(step),
            "send" => await SendAsync(),
            ['e', 'd', 'i', 't', '-', .. var name] when Enum.TryParse<FormStep>(name, out var wanted) && Enum.IsDefined(wanted) =>
                await ShowAsync(wanted),
            ['p', 'u', 'b', 'l', 'i', 's', 'h', 'e', 'd', '-', .. var index] => await PublishedAsync(index),
            _ => await NextAsync(),
        };

        // Letters follow the language in which the form was sent.
        Submission Read() => FormReading.Submission(entries) with { Language = frame.Say.Tag };

        async Task<IResult> NextAsync() =>
            FormReading.Check(entries, step, frame.Say) is { Count: > 0 } errors ? await WrongAsync(errors) : await ShowAsync(step + 1);

        async Task<IResult> SendAsync()
        {
            if (FormReading.Check(entries, FormStep.Review, frame.Say) is { Count: > 0 } errors)
            {
                return await WrongAsync(errors);
            }

            var submission = Read();
            var outcome = await desk.SubmitAsync(submission, KeyOf(key, submission), http.RequestAborted);
            if (outcome.Refusal is { } refusal)
            {
                return await WrongAsync([Mistakes.Of(refusal, new RequestCommand.Submit(submission, outcome.Decision), frame.Say)]);
            }

            if (outcome.State is not { } state)
            {
                return Page.Of<Published>(frame, outcome.Decision.PublishedDatasets);
            }

            RequesterCookie.Set(http, state.Id, outcome.AccessToken!);
            return Results.Redirect($"/requests/{state.Id}/sent");
        }

        async Task<IResult> PublishedAsync(string index)
        {
            if (FormReading.Check(entries, FormStep.Review, frame.Say) is { Count: > 0 } errors)
            {
                return await WrongAsync(errors);
            }

            // Counted, not stored: the requester says that a published dataset answers the question.
            var submission = Read() with { AnsweredByPublished = true };
            var outcome = await desk.SubmitAsync(submission, null, http.RequestAborted);
            var datasets = outcome.Decision.PublishedDatasets;
            var chosen = int.TryParse(index, out var at) && at >= 0 && at < datasets.Count ? [datasets[at]] : datasets;
            await counts.CountAsync(chosen.Select(dataset => dataset.Title), CatalogueCount.Answered, http.RequestAborted);
            return Page.Of<Published>(frame, chosen);
        }

        // The earliest step with something wrong, with all that is wrong on it.
        async Task<IResult> WrongAsync(IReadOnlyList<FieldError> errors)
        {
            var first = errors.Min(error => FormSteps.Of(error.Field ?? ""));
            var wrong = entries.Wrong([.. errors.Where(error => FormSteps.Of(error.Field ?? "") == first)]);
            return await ShowAsync(first, wrong, StatusCodes.Status400BadRequest);
        }

        async Task<IResult> ShowAsync(FormStep wanted, Entries? shown = null, int status = StatusCodes.Status200OK)
        {
            var at = (FormStep)Math.Clamp((int)wanted, (int)FormStep.You, (int)FormStep.Review);
            var preview = at == FormStep.Review ? await PreviewAsync(Read(), frame.Say, desk, frames, http.RequestAborted) : null;
            if (preview is not null)
            {
                await counts.CountAsync(preview.Decision.PublishedDatasets.Select(dataset => dataset.Title), CatalogueCount.Shown, http.RequestAborted);
            }

            return Page.Of<RequestForm>(frame, new FormPage(at, shown ?? entries, key, preview), status);
        }
    }

    private static async Task<IResult> SentAsync(string id, HttpContext http, RequesterDoor door, FrameSource frames)
    {
        if (await door.OpenAsync(http, id) is not { } state)
        {
            return Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotYours, StatusCodes.Status404NotFound);
        }

        var frame = await frames.ForAsync(http, state.Submission.Language);

        var circumstances = await frames.CircumstancesAsync(http.RequestAborted) with { Now = state.SubmittedAt };
        var (contact, fulfil) = Days(state.Decision, circumstances);
        return Page.Of<Confirmation>(frame, new Sent(
            id, state.Submission.Requester.Email, state.Decision.In(frame.Say, state.Submission, circumstances.Policy), OfficeOf(state.Decision.Office, circumstances.Policy), contact, fulfil));
    }

    private static async Task<Preview> PreviewAsync(Submission submission, Texts say, RequestDesk desk, FrameSource frames, CancellationToken cancel)
    {
        var decision = await desk.TriageAsync(submission, cancel);
        var circumstances = await frames.CircumstancesAsync(cancel);
        var (contact, fulfil) = Days(decision, circumstances);
        return new(submission, decision.In(say, submission, circumstances.Policy), OfficeOf(decision.Office, circumstances.Policy), contact, fulfil);
    }

    private static (Instant? Contact, Instant? Fulfil) Days(Decision decision, Circumstances circumstances) =>
        (decision.ClarifyWithinBusinessDays is { } contact ? circumstances.Calendar.After(circumstances.Now, contact) : null,
         decision.FulfilWithinBusinessDays is { } fulfil ? circumstances.Calendar.After(circumstances.Now, fulfil) : null);

    private static OfficeContact OfficeOf(Office office, OfficePolicy policy) =>
        policy.Offices.TryGetValue(office, out var contact) ? contact : new(Words.Of(office));

    private static string NewKey() => Guid.NewGuid().ToString("N");

    // The same form with the same answers is the same request however often it is sent; with other answers it is another one.
    private static string KeyOf(string key, Submission submission) =>
        $"form-{key}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(submission))))[..16]}";
}
