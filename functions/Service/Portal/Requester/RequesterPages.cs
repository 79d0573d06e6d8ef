using Core.Calendar;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Desk;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>
/// A requester's own page and what they can do there. Each form posts to an address of its own; what cannot be done is said
/// on the page, with what was typed still there; what was done is answered with a redirect, so that reloading repeats nothing.
/// </summary>
internal sealed class RequesterPages(RequesterDoor door, RequestDesk desk, FrameSource frames)
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var own = pages.MapGroup("/requests/{id}");
        own.MapGet("", (string id, string? token, HttpContext http, RequesterPages page) => page.ShowAsync(http, id, token));
        own.MapGet("/nda", (string id, HttpContext http, RequesterPages page) => page.AgreementAsync(http, id));
        own.MapGet("/withdraw", (string id, HttpContext http, RequesterPages page) => page.WithdrawAsync(http, id));
        Post("answer", entries => new RequestCommand.Answer(entries["text"]));
        Post("fee", entries => new RequestCommand.DecideFee(entries.Has("accept", "yes")),
            entries => entries.Has("accept", "yes") ? "fee-accepted" : "fee-declined");
        Post("nda", entries => new RequestCommand.SignNda(entries["fullName"], entries["title"], entries.Has("agreed", "yes")));
        Post("withdraw", entries => new RequestCommand.Withdraw(entries.Optional("reason")));
        Post("destruction", entries => new RequestCommand.AttestDestruction(entries["fullName"], entries["method"]));

        void Post(string form, Func<Entries, RequestCommand> read, Func<Entries, string>? done = null) =>
            own.MapPost(form, (string id, HttpContext http, RequesterPages page) => page.DoAsync(http, id, form, read, done ?? (_ => form)));
    }

    private async Task<IResult> ShowAsync(HttpContext http, string id, string? token)
    {
        if (token is null)
        {
            return await door.OpenAsync(http, id) is { } state ? await PageAsync(http, state, Entries.Blank("")) : await NotYoursAsync(http);
        }

        // A first visit from an e-mail: the key moves from the address, which is seen and shared, to a cookie, which is not.
        if (await door.OpenAsync(id, token, http.RequestAborted) is null)
        {
            return await NotYoursAsync(http);
        }

        RequesterCookie.Set(http, id, token);
        return Results.Redirect($"/requests/{id}");
    }

    private async Task<IResult> AgreementAsync(HttpContext http, string id) =>
        await door.OpenAsync(http, id) is { Nda.Document: not null } state
            ? Page.Of<NdaPage>(await FrameAsync(http, state), await ModelAsync(http, state, Entries.Blank("")))
            : await NotYoursAsync(http);

    private async Task<IResult> WithdrawAsync(HttpContext http, string id) =>
        await door.OpenAsync(http, id) is not { } state ? await NotYoursAsync(http)
            : await ModelAsync(http, state, Entries.Blank("")) is { CanWithdraw: true } model
                ? Page.Of<WithdrawPage>(await FrameAsync(http, state), model)
                : Results.Redirect($"/requests/{id}");

    private async Task<IResult> DoAsync(
        HttpContext http, string id, string form, Func<Entries, RequestCommand> read, Func<Entries, string> done)
    {
        if (await door.OpenAsync(http, id) is not { } state)
        {
            return await NotYoursAsync(http);
        }

        var entries = Entries.From(form, await http.Request.ReadFormAsync(http.RequestAborted));
        if (form == "nda" && entries["hash"] != state.Nda?.Document?.TextHash)
        {
            return await PageAsync(http, state, entries.Wrong(new FieldError(null, (await FrameAsync(http, state)).Say.NextChanged)));
        }

        var command = Wording.In(entries, read(entries));
        var outcome = await desk.ExecuteAsync(id, command, Actor.Requester, expectedVersion: null, http.RequestAborted);
        if (form == "withdraw" && outcome is { Refusal.Code: Core.Routing.Screening.Unconfirmed, State: { } open })
        {
            var frame = await FrameAsync(http, open);
            return Page.Of<WithdrawPage>(
                frame, await ModelAsync(http, open, entries.Wrong(Mistakes.Of(outcome.Refusal, command, frame.Say))),
                StatusCodes.Status422UnprocessableEntity);
        }

        return outcome.Refusal is { } refusal
            ? await PageAsync(http, outcome.State ?? state, entries.Wrong(Mistakes.Of(refusal, command, (await FrameAsync(http, state)).Say)))
            : Results.Redirect($"/requests/{id}?done={done(entries)}");
    }

    /// <summary>The page of a request, with what was typed into one of its forms.</summary>
    public async Task<IResult> PageAsync(HttpContext http, RequestState state, Entries entries) => Page.Of<RequestView>(
        await FrameAsync(http, state), await ModelAsync(http, state, entries),
        entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private async Task<RequestPage> ModelAsync(HttpContext http, RequestState state, Entries entries)
    {
        var circumstances = await frames.CircumstancesAsync(http.RequestAborted);
        var say = (await FrameAsync(http, state)).Say;
        return new(
            state, Standing.Of(state, circumstances), circumstances, [.. Timeline.Of(state, circumstances, ClockReader.Requester, say).Reverse()], say, entries);
    }

    /// <summary>The frame of a page of this request: in its language, unless the reader chose another.</summary>
    public Task<Frame> FrameAsync(HttpContext http, RequestState state) => frames.ForAsync(http, state.Submission.Language);

    /// <summary>To whoever does not hold its key, a request does not exist.</summary>
    public async Task<IResult> NotYoursAsync(HttpContext http) =>
        Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotYours, StatusCodes.Status404NotFound);
}
