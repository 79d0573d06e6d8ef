using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Service.Desk;
using Service.Storage;
using Service.Storage.Events;

namespace Service.Audit;

/// <summary>A seal that stands.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
internal sealed record Seal(LocalDate Day, string Hash);

/// <summary>
/// Seals the records: once a day the last hash of every chain there is (each request, the ledger, the trail of reads, the seals
/// themselves) goes into one record that names the hash of the record before. From then on no chain can be rewritten, cut short or
/// taken away whole without contradicting a seal. The seal is also entered in a chain of its own, so that the last one cannot be
/// exchanged either.
/// </summary>
internal sealed partial class Seals(
    SealBook book, ChainLog log, EventStore events, CurrentCircumstances current, ILogger<Seals> logger)
{
    /// <summary>The chain in which every seal is entered.</summary>
    public const string Chain = "seals";

    /// <summary>
    /// Takes today's seal where there is none yet. Safe to repeat, and for several processes to do at once: whoever writes it first has
    /// written it, and what a crash left out is made up for. Null where there is nothing yet to be sealed.
    /// </summary>
    public async Task<Seal?> SealAsync(CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        var days = await book.DaysAsync(cancel);
        var last = days.Count > 0 ? await EnteredAsync(days[^1], cancel) : null;
        if (last is not null && last.Day >= circumstances.Today)
        {
            return last;
        }

        await using var text = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var chains = await WriteAsync(text, new(circumstances.Today, circumstances.Now, last?.Hash ?? EventRow.NoHash), last?.Day, cancel);
        if (chains == 0 && last is null)
        {
            return null;
        }

        text.Position = 0;
        if (await book.TryWriteAsync(circumstances.Today, text, cancel))
        {
            Log.Sealed(logger, circumstances.Today);
        }

        return await EnteredAsync(circumstances.Today, cancel);
    }

    /// <summary>The seal of a day as it is entered in the chain of seals; it is entered first where a crash came before that.</summary>
    private async Task<Seal> EnteredAsync(LocalDate day, CancellationToken cancel)
    {
        if (await log.HeadAsync(Chain, cancel) is { } head && await log.FindAsync(Chain, head.Sequence, cancel) is { } newest
            && Read(newest) is var known && known.Day == day)
        {
            return known;
        }

        var hash = await book.HashAsync(day, cancel) ?? throw new InvalidOperationException($"The seal of {day} is gone right after it was found.");
        var name = LocalDatePattern.Iso.Format(day);
        await log.AppendAsync(Chain, [$"{name} {hash}"], once: name, cancel);
        await log.CloseAsync(Chain, name, cancel);
        return new(day, hash);
    }

    public static Seal Read(ChainEntry entry) => entry.Payload.Split(' ') is [var day, var hash] && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date }
        ? new(date, hash)
        : new(LocalDate.MinIsoValue, entry.Payload);

    /// <summary>
    /// Writes the seal, comparing it with the one before on the way: a break is sealed as well, so that it cannot be hidden later. Gives
    /// the number of chains.
    /// </summary>
    private async Task<int> WriteAsync(Stream to, SealTitle title, LocalDate? former, CancellationToken cancel)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await text.WriteAsync(SealText.Title(title));
        await using var before = await SealedHeads.OpenAsync(book, former, cancel);
        var chains = 0;
        await foreach (var head in HeadsAsync(cancel))
        {
            await foreach (var gone in before.UpToAsync(head.Chain, cancel))
            {
                await BreakAsync(Missing(gone, before.Day));
            }

            await text.WriteAsync(SealText.Line(head));
            chains++;
            if (before.Is(head.Chain) is { } was && await ContradictionAsync(was, head, before.Day, cancel) is { } broken)
            {
                await BreakAsync(broken);
            }

            await before.PastAsync(head.Chain);
        }

        await foreach (var gone in before.UpToAsync(null, cancel))
        {
            await BreakAsync(Missing(gone, before.Day));
        }

        await text.WriteAsync(SealText.End(chains));
        return chains;

        async Task BreakAsync(BrokenEntry broken)
        {
            Log.Broken(logger, broken.Chain, broken.Sequence, broken.Problem);
            await text.WriteAsync(SealText.Line(broken));
        }
    }

    private async IAsyncEnumerable<ChainHead> HeadsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var head in events.HeadsAsync(cancel))
        {
            yield return head;
        }

        await foreach (var chain in log.ChainsAsync(cancel))
        {
            if (await log.HeadAsync(chain, cancel) is { } head)
            {
                yield return head;
            }
        }
    }

    private async Task<BrokenEntry?> ContradictionAsync(ChainHead was, ChainHead now, LocalDate day, CancellationToken cancel) => now switch
    {
        _ when now.Sequence < was.Sequence => Cut(was, now.Sequence, day),
        _ when now.Sequence == was.Sequence => now.Hash == was.Hash ? null : Rewritten(was, day),
        _ => await HashAtAsync(was.Chain, was.Sequence, cancel) == was.Hash ? null : Rewritten(was, day),
    };

    /// <summary>The hash of an entry as it is stored now; null where there is none.</summary>
    public async Task<string?> HashAtAsync(string chain, int sequence, CancellationToken cancel) =>
        RequestIds.CanBe(chain)
            ? await events.HashAtAsync(chain, sequence, cancel)
            : (await log.FindAsync(chain, sequence, cancel))?.Hash;

    public static BrokenEntry Missing(ChainHead was, LocalDate day) => new(was.Chain, 1,
        $"The whole chain is missing: with {was.Sequence} entries it was sealed on {LocalDatePattern.Iso.Format(day)}.");

    public static BrokenEntry Cut(ChainHead was, int last, LocalDate day) => new(was.Chain, last + 1,
        $"The entry is missing: {was.Sequence} entries were sealed on {LocalDatePattern.Iso.Format(day)}.");

    public static BrokenEntry Rewritten(ChainHead was, LocalDate day) => new(was.Chain, was.Sequence,
        $"The entry is not the one that was sealed on {LocalDatePattern.Iso.Format(day)}: it, or one before it, was rewritten.");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The records were sealed for {Day}.")]
        public static partial void Sealed(ILogger logger, LocalDate day);

        [LoggerMessage(Level = LogLevel.Critical, Message = "Sealing found a broken chain: {Chain}, entry {Sequence}. {Problem}")]
        public static partial void Broken(ILogger logger, string chain, int sequence, string problem);
    }
}
