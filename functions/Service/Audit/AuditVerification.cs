using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using Service.Disclosures;
using Service.Storage;
using Service.Storage.Events;

namespace Service.Audit;

/// <summary>
/// Whether what is on record is what was recorded: the seals stand and follow one another; every chain is whole and is the one that was
/// sealed; the ledger's rows by student are those that were chained, no fewer and no more. Works page by page, in the memory of one chain.
/// </summary>
internal sealed class AuditVerification(
    TableServiceClient tables, SealBook book, ChainLog log, Seals seals, DisclosureLedger ledger, LedgerCopies copies)
{
    /// <summary>Audit chains are named in small letters, which come after the ids of requests.</summary>
    private const string AfterRequests = "a";

    /// <summary>Verifies everything. The first broken place is looked for in this order: seals, requests, other chains, ledger rows.</summary>
    public async Task<Verification> VerifyAsync(CancellationToken cancel)
    {
        await ledger.SettleAsync(cancel);
        var (sealBroken, latest) = await SealsAsync(cancel);
        // A seal that is not the one that was taken can accuse nobody.
        await using var sealedHeads = await SealedHeads.OpenAsync(book, sealBroken is null ? latest : null, cancel);
        var compared = await copies.BeginAsync(cancel);
        var requests = await Chains.VerifyAsync(tables.GetTableClient(EventStore.TableName), cancel, sealedHeads, AfterRequests);
        var others = await Chains.VerifyAsync(tables.GetTableClient(ChainLog.TableName), cancel, sealedHeads, also: compared.Chained);
        var first = sealBroken ?? await LocatedAsync(requests.FirstBroken, cancel) ?? await LocatedAsync(others.FirstBroken, cancel)
            ?? await compared.FirstBrokenAsync(cancel);
        return new(first is null, requests.Entries + others.Entries, first);
    }

    /// <summary>Every seal is the one that was entered, names the one before, and found nothing broken when it was taken.</summary>
    private async Task<(BrokenEntry? Broken, LocalDate? Latest)> SealsAsync(CancellationToken cancel)
    {
        var days = await book.DaysAsync(cancel);
        var (next, former) = (0, EventRow.NoHash);
        BrokenEntry? noted = null;
        await foreach (var entry in log.ReadAsync(Seals.Chain, 1, int.MaxValue, cancel))
        {
            var entered = Seals.Read(entry);
            var name = LocalDatePattern.Iso.Format(entered.Day);
            if (next < days.Count && days[next] < entered.Day)
            {
                return (new(Seals.Chain, entry.Sequence, $"A seal of {LocalDatePattern.Iso.Format(days[next])} was put in."), null);
            }

            if (await book.HashAsync(entered.Day, cancel) is not { } hash)
            {
                return (new(Seals.Chain, entry.Sequence, $"The seal of {name} is missing."), null);
            }

            if (hash != entered.Hash)
            {
                return (new(Seals.Chain, entry.Sequence, $"The seal of {name} is not the one that was taken."), null);
            }

            if (await TitleAsync(entered.Day, cancel) is not { } title || title.Day != entered.Day || title.Former != former)
            {
                return (new(Seals.Chain, entry.Sequence, $"The seal of {name} does not follow the one before it."), null);
            }

            noted ??= await NotedAsync(entered.Day, cancel);
            (next, former) = (next + 1, hash);
        }

        if (days.Count > next + 1)
        {
            return (new(Seals.Chain, next + 1, $"A seal of {LocalDatePattern.Iso.Format(days[next])} was put in, or was taken out of the chain of seals."), null);
        }

        // The newest may have been written by a process that was killed before it could enter it.
        if (days.Count > next && (await TitleAsync(days[next], cancel))?.Former != former)
        {
            return (new(Seals.Chain, next + 1, $"The seal of {LocalDatePattern.Iso.Format(days[next])} does not follow the one before it."), null);
        }

        return (noted, days.Count > 0 ? days[^1] : null);
    }

    private async Task<SealTitle?> TitleAsync(LocalDate day, CancellationToken cancel)
    {
        await using var content = await book.OpenAsync(day, cancel);
        return content is null ? null : await SealText.ReadTitleAsync(SealText.Reader(content), cancel);
    }

    private async Task<BrokenEntry?> NotedAsync(LocalDate day, CancellationToken cancel)
    {
        await using var heads = await SealedHeads.OpenAsync(book, day, cancel);
        await foreach (var _ in heads.UpToAsync(null, cancel))
        {
            // Only what sealing noted on the way is of interest.
        }

        return heads.Broken;
    }

    /// <summary>Where a chain as a whole was rewritten, earlier seals tell which entry is the first that is not what it was.</summary>
    private async Task<BrokenEntry?> LocatedAsync(BrokenEntry? found, CancellationToken cancel)
    {
        if (found is null || await seals.HashAtAsync(found.Chain, found.Sequence, cancel) is null)
        {
            return found;
        }

        var whole = 0;
        foreach (var day in await book.DaysAsync(cancel))
        {
            await using var heads = await SealedHeads.OpenAsync(book, day, cancel);
            await foreach (var _ in heads.UpToAsync(found.Chain, cancel))
            {
                // Up to the chain in question.
            }

            if (heads.Is(found.Chain) is not { } was || was.Sequence > found.Sequence)
            {
                continue;
            }

            if (await seals.HashAtAsync(was.Chain, was.Sequence, cancel) is { } hash && hash != was.Hash)
            {
                return was.Sequence == whole + 1
                    ? Seals.Rewritten(was, day) with { Sequence = was.Sequence }
                    : new(was.Chain, whole + 1, $"Entries {whole + 1} to {was.Sequence} are not those that were sealed on "
                        + $"{LocalDatePattern.Iso.Format(day)}: one of them was rewritten.");
            }

            whole = was.Sequence;
        }

        return found;
    }
}
