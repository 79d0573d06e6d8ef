using System.Collections.Concurrent;
using Core.Release;

namespace Service.Files;

/// <summary>
/// Reads a file on a thread of its own while what was read is judged on the caller's. Whoever takes the parts sees what they would have seen
/// without it: the same ones in the same order, then whatever the reader threw. Only a few batches are ever waiting, however long the file is.
/// </summary>
internal static class ReadAhead
{
    private const int Batches = 4;
    private const int CharactersOfBatch = 1 << 14;

    /// <summary>The parts of the file; it is left alone once they are all taken, or the caller has stopped taking them.</summary>
    public static IEnumerable<FilePart> Of(Func<IEnumerable<FilePart>> open, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var batches = new BlockingCollection<List<FilePart>>(Batches);
        // It waits for whoever judges, so it must not take a thread from the pool.
        var reading = Task.Factory.StartNew(
            () => Read(open, batches, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable(cancel))
            {
                foreach (var part in batch)
                    yield return part;
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            // The file is closed next. What the reader threw is either known by now or wanted by nobody any more.
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
            _ = reading.Exception;
        }
    }

    private static void Read(Func<IEnumerable<FilePart>> open, BlockingCollection<List<FilePart>> batches, CancellationToken stop)
    {
        var (batch, characters) = (new List<FilePart>(), 0L);
        try
        {
            foreach (var part in open())
            {
                batch.Add(part);
                characters += Characters(part);
                if (characters < CharactersOfBatch)
                    continue;
                batches.Add(batch, stop);
                (batch, characters) = ([], 0);
            }
        }
        finally
        {
            // Where the file is broken, what stands before that is judged all the same.
            if (batch.Count > 0 && !stop.IsCancellationRequested)
                Last();
            batches.CompleteAdding();
        }

        void Last()
        {
            try
            {
                batches.Add(batch, stop);
            }
            catch (OperationCanceledException)
            {
                // Nobody takes it any more.
            }
        }
    }

    private static long Characters(FilePart part)
    {
        if (part is not FilePart.Row row)
            return 100;
        long characters = row.Cells.Count;
        for (var column = 0; column < row.Cells.Count; column++)
            characters += row.Cells[column].Length;
        return characters;
    }
}
