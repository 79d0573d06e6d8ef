using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Deliverables;
using Service.Desk;
using Service.Disclosures;

namespace Service.Audit;

/// <summary>
/// What the clock brings once a day, in whatever engine: the seal of the records, and tidying up after crashes. One call; safe to
/// repeat, and for several processes at once.
/// </summary>
internal sealed partial class DailyWork(
    Seals seals, DisclosureLedger ledger, OrphanedFiles orphans, CurrentCircumstances current, ILogger<DailyWork> logger)
{
    private readonly SemaphoreSlim once = new(1, 1);
    private LocalDate doneOn = LocalDate.MinIsoValue;

    /// <summary>Does it where this process has not done so today. Costs no storage request otherwise.</summary>
    public async Task RunIfDueAsync(CancellationToken cancel)
    {
        if ((await current.NowAsync(cancel)).Today == doneOn)
        {
            return;
        }

        await once.WaitAsync(cancel);
        try
        {
            if ((await current.NowAsync(cancel)).Today is var today && today != doneOn)
            {
                await RunAsync(cancel);
                doneOn = today;
            }
        }
        finally
        {
            once.Release();
        }
    }

    /// <summary>Does it now.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await ledger.SettleAsync(cancel);
        await seals.SealAsync(cancel);
        var removed = await orphans.RemoveAsync(cancel);
        if (removed > 0)
        {
            Log.Removed(logger, removed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} stored files belonged to nothing and were deleted; an upload was cut off.")]
        public static partial void Removed(ILogger logger, int count);
    }
}
