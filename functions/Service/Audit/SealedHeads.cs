using System.Runtime.CompilerServices;
using NodaTime;
using Service.Storage.Events;

namespace Service.Audit;

/// <summary>
/// The chains of one seal, walked through beside a walk through the stored chains: both are in ordinal order of their names, so that
/// neither has to be held in memory.
/// </summary>
internal sealed class SealedHeads : IAsyncDisposable
{
    private readonly StreamReader? text;
    private readonly IAsyncEnumerator<(ChainHead? Head, BrokenEntry? Broken)>? lines;
    private ChainHead? at;

    private SealedHeads(LocalDate day, StreamReader? text, CancellationToken cancel)
    {
        (Day, this.text) = (day, text);
        lines = text is null ? null : SealText.ReadLinesAsync(text, cancel).GetAsyncEnumerator(cancel);
    }

    public LocalDate Day { get; }

    /// <summary>The first break that sealing itself had found, of those walked past.</summary>
    public BrokenEntry? Broken { get; private set; }

    /// <summary>The seal of a day; an empty one for null, or where that seal cannot be read.</summary>
    public static async Task<SealedHeads> OpenAsync(SealBook book, LocalDate? day, CancellationToken cancel)
    {
        if (day is not { } known || await book.OpenAsync(known, cancel) is not { } content)
        {
            return new(default, null, cancel);
        }

        var reader = SealText.Reader(content);
        var heads = new SealedHeads(known, await SealText.ReadTitleAsync(reader, cancel) is null ? null : reader, cancel);
        await heads.NextAsync();
        return heads;
    }

    /// <summary>Walks to a chain; gives the sealed ones before it, which the stored chains do not have. Null walks to the end.</summary>
    public async IAsyncEnumerable<ChainHead> UpToAsync(string? chain, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (at is { } head && (chain is null || string.CompareOrdinal(head.Chain, chain) < 0))
        {
            cancel.ThrowIfCancellationRequested();
            yield return head;
            await NextAsync();
        }
    }

    /// <summary>The sealed head of the chain just walked to; null where it was not sealed.</summary>
    public ChainHead? Is(string chain) => at?.Chain == chain ? at : null;

    /// <summary>Walks past the chain just looked at.</summary>
    public async Task PastAsync(string chain)
    {
        if (at?.Chain == chain)
        {
            await NextAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (lines is not null)
        {
            await lines.DisposeAsync();
        }

        text?.Dispose();
    }

    private async Task NextAsync()
    {
        at = null;
        while (lines is not null && await lines.MoveNextAsync())
        {
            if (lines.Current.Head is { } head)
            {
                at = head;
                return;
            }

            Broken ??= lines.Current.Broken;
        }
    }
}
