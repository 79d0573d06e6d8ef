using NodaTime;
using Service.Desk;
using Service.Storage;

namespace Service.Reports.Board;

/// <summary>Reads what the SLA board counts: the queue's rows, and those of the last year's endings.</summary>
internal sealed class BoardReport(OpenRequests requests, CurrentCircumstances current)
{
    private static readonly Duration Year = Duration.FromDays(365);

    /// <summary>As things stand now.</summary>
    public async Task<BoardData> NowAsync(CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        List<RequestSummary> open = [];
        // A request that leaves while this is read may be met twice.
        Dictionary<string, RequestSummary> left = new(StringComparer.Ordinal);
        await foreach (var one in requests.AllOpenAsync(cancel))
        {
            if (one.DeliveredAt is null)
            {
                open.Add(one);
            }
        }

        await foreach (var one in requests.FinishedSinceAsync(now.Now - Year, cancel))
        {
            left[one.Id] = one;
        }

        return new([.. open.Where(one => !left.ContainsKey(one.Id))], [.. left.Values], now);
    }
}
