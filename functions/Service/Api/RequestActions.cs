using Core.Requests;
using Microsoft.AspNetCore.Http;
using Service.Api.Answers;
using Service.Api.Views;
using Service.Audit;
using Service.Deliverables;
using Service.Desk;

namespace Service.Api;

/// <summary>Carries out a command that was read from a body, and answers with the request as it is then.</summary>
internal sealed class RequestActions(RequestDesk desk, DeliverableDesk deliverables, ReadTrail reads, CurrentCircumstances current)
{
    /// <summary>Carries it out.</summary>
    public async Task<IResult> DoAsync(string id, RequestCommand command, Actor by, int? expectedVersion, CancellationToken cancel) =>
        await AnswerAsync(
            command is RequestCommand.Deliver deliver && by is Actor.Staff staff
                ? await deliverables.DeliverAsync(id, deliver, staff, expectedVersion, cancel)
                : await desk.ExecuteAsync(id, command, by, expectedVersion, cancel),
            by, cancel);

    /// <summary>The request, or why not.</summary>
    public async Task<IResult> AnswerAsync(DeskOutcome outcome, Actor reader, CancellationToken cancel) => outcome switch
    {
        { Refusal: { } refusal } when refusal == DeliverableDesk.LedgerUnavailable => Problems.Unavailable(refusal.Text),
        { Refusal: { } refusal } => Problems.Of(refusal),
        { State: { } state } => await ShowAsync(state, reader, cancel),
        _ => Problems.NotFound(),
    };

    /// <summary>The request as this reader sees it.</summary>
    public async Task<IResult> ShowAsync(RequestState state, Actor reader, CancellationToken cancel)
    {
        if (reader is Actor.Staff staff)
        {
            // On record before it is shown (policy section 5).
            await reads.OfRequestAsync(staff, state, cancel);
        }

        return Results.Json(RequestViews.Of(state, await current.NowAsync(cancel), reader), ApiJson.Options);
    }
}
