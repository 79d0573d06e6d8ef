using NodaTime;
using Service.Storage;

namespace Service.Engine;

/// <summary>
/// Work that the office owes by itself, not for a request: it is woken like a request, by an id of its own among the wake-ups, so that
/// both engines do it at its time and find it again after a crash.
/// </summary>
internal interface IOfficeWork
{
    /// <summary>Its id among the wake-ups; no request's id looks like it.</summary>
    string Id { get; }

    /// <summary>Does what is owed by now; safe to repeat. Answers when to look again, null where nothing will be owed by itself.</summary>
    Task<Instant?> RunAsync(CancellationToken cancel);
}

/// <summary>Wakes the office's own work and writes down when to wake it next.</summary>
internal sealed class OfficeWork(IEnumerable<IOfficeWork> works, DueWork due, IClock clock)
{
    private const int MostRows = 500;

    private readonly Dictionary<string, IOfficeWork> works = works.ToDictionary(work => work.Id, StringComparer.Ordinal);

    /// <summary>The ids of all such work.</summary>
    public IEnumerable<string> Ids => works.Keys;

    /// <summary>Does the work of this id; null where it is a request's.</summary>
    public async Task<Advanced?> TryRunAsync(string id, DueRow? woken, CancellationToken cancel)
    {
        if (!works.TryGetValue(id, out var work))
        {
            return null;
        }

        var began = clock.GetCurrentInstant();
        var next = await work.RunAsync(cancel);
        // The next wake-up is written before this one is taken away: a crash between the two wakes it for nothing, never not at all.
        await due.MoveAsync(null, next is { } at ? new(id, at) : null, cancel);
        foreach (var past in (await due.EarliestAsync(MostRows, cancel)).Where(row => row.RequestId == id && row.At <= began).Append(woken).OfType<DueRow>().Distinct())
        {
            if (past.At != next)
            {
                await due.MoveAsync(past, null, cancel);
            }
        }

        return new(next);
    }
}
