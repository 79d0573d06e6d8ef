using Core.Calendar;
using Core.Notifications;
using Core.Requests;
using NodaTime;
using Service.Desk;
using Service.Storage;

namespace Service.Calendar;

/// <summary>An open deadline that a change of the calendar would move.</summary>
/// <param name="Id">The request.</param>
/// <param name="Requester">Who made it.</param>
/// <param name="From">The deadline now.</param>
/// <param name="To">The deadline then.</param>
/// <param name="Told">The addresses that would be written to.</param>
public sealed record DeadlineMove(string Id, string Requester, Instant From, Instant To, IReadOnlyList<string> Told);

/// <summary>
/// What a change of the calendar would do to the open requests, found by applying it to each on paper: by the same decision, and the
/// same list of what is owed, that the change itself goes through.
/// </summary>
internal sealed class DeadlineMoves(OpenRequests requests, RequestDesk desk, CurrentCircumstances current)
{
    /// <summary>The deadlines that would move, the earliest first.</summary>
    public async Task<IReadOnlyList<DeadlineMove>> BetweenAsync(BusinessCalendar before, BusinessCalendar after, CancellationToken cancel)
    {
        var then = await current.NowAsync(cancel) with { Calendar = after };
        var moves = new List<DeadlineMove>();
        await foreach (var one in requests.AllOpenAsync(cancel))
        {
            if (await desk.FindAsync(one.Id, cancel) is { } state && Of(state, before, then) is { } move)
            {
                moves.Add(move);
            }
        }

        return [.. moves.OrderBy(move => move.To).ThenBy(move => move.Id, StringComparer.Ordinal)];
    }

    private static DeadlineMove? Of(RequestState state, BusinessCalendar before, Circumstances then)
    {
        var ruling = Lifecycle.Decide(state.Id, state, new RequestCommand.ApplyCalendar(before), Actor.System, then);
        if (ruling.Events.OfType<RequestEvent.DeadlineMoved>().FirstOrDefault() is not { } moved)
        {
            return null;
        }

        var known = Mails(state, then).Select(mail => mail.Id).ToHashSet(StringComparer.Ordinal);
        var after = Fold.After(state.Id, state, ruling.Events, Actor.System, then.Now);
        return new(
            state.Id, state.Submission.Requester.Name, moved.From, moved.To,
            [
                .. Mails(after, then).Where(mail => !known.Contains(mail.Id))
                    .SelectMany(mail => Recipients.Of(mail.Message, after, then.Policy)).Distinct(StringComparer.OrdinalIgnoreCase),
            ]);
    }

    private static IEnumerable<(string Id, Message Message)> Mails(RequestState state, Circumstances circumstances) =>
        from owed in Owed.Effects(state, circumstances)
        where owed.DueAt <= circumstances.Now && owed.Effect is Effect.SendMail
        select (owed.Id, ((Effect.SendMail)owed.Effect).Message);
}
