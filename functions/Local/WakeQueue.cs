using System.Threading.Channels;
using Service.Storage;

namespace Local;

/// <summary>
/// Requests waiting for a worker. One that is added again while it waits is not added twice; one that is being worked on is taken up
/// again afterwards, never by two workers at once.
/// </summary>
internal sealed class WakeQueue
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Slot> slots = new(StringComparer.Ordinal);
    private readonly Channel<string> ready = Channel.CreateUnbounded<string>();
    private TaskCompletionSource? idle;

    /// <summary>Something to work on.</summary>
    /// <param name="Row">The wake-up it is for; null where it changed.</param>
    public sealed record Taken(string RequestId, DueRow? Row);

    public void Add(string requestId) => Add(requestId, null);

    public void Add(string requestId, DueRow? row)
    {
        lock (gate)
        {
            if (!slots.TryGetValue(requestId, out var slot))
            {
                slots[requestId] = slot = new();
                ready.Writer.TryWrite(requestId);
            }

            if (row is null)
            {
                slot.Again |= slot.Working is not null;
            }
            else if (row != slot.Working?.Row && !slot.Rows.Contains(row))
            {
                slot.Rows.Enqueue(row);
            }
        }
    }

    /// <summary>The next one; null when the program stops.</summary>
    public async Task<Taken?> TakeAsync(CancellationToken stop)
    {
        try
        {
            var requestId = await ready.Reader.ReadAsync(stop);
            lock (gate)
            {
                var slot = slots[requestId];
                slot.Rows.TryDequeue(out var row);
                return slot.Working = new(requestId, row);
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Finish(Taken taken)
    {
        lock (gate)
        {
            var slot = slots[taken.RequestId];
            slot.Working = null;
            if (slot.Again || slot.Rows.Count > 0)
            {
                slot.Again = false;
                ready.Writer.TryWrite(taken.RequestId);
                return;
            }

            slots.Remove(taken.RequestId);
            if (slots.Count == 0)
            {
                idle?.TrySetResult();
                idle = null;
            }
        }
    }

    /// <summary>Completes when nothing waits and nobody works.</summary>
    public Task WhenIdleAsync(CancellationToken cancel)
    {
        lock (gate)
        {
            if (slots.Count == 0)
            {
                return Task.CompletedTask;
            }

            idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return idle.Task.WaitAsync(cancel);
        }
    }

    private sealed class Slot
    {
        public Queue<DueRow> Rows { get; } = new();
        public Taken? Working { get; set; }
        public bool Again { get; set; }
    }
}
