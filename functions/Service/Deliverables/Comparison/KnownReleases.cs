using Core.Requests;
using NodaTime;
using NodaTime.Text;
using Service.Desk;
using Service.Storage;

namespace Service.Deliverables.Comparison;

/// <summary>
/// Tells which releases on record somebody knows. What was recalled or ran out unread is known to nobody and does not count; what was
/// fetched once counts for ever. What is being released this very moment counts too: of two releases that together give somebody
/// away, at most one happens.
/// </summary>
internal sealed class KnownReleases(EventStore requests)
{
    /// <summary>Releases read for one comparison; beyond, the file does not pass unseen.</summary>
    public const int Most = 400;

    /// <summary>A release takes seconds; one that was recorded longer ago either happened, or failed.</summary>
    private static readonly Duration Underway = Duration.FromMinutes(2);

    /// <summary>How a finding names the release; null where it did not happen, or nobody has it.</summary>
    public async Task<string?> LabelAsync(ReleasedFile file, Circumstances circumstances, CancellationToken cancel)
    {
        var isUnderway = circumstances.Now - file.At < Underway;
        var of = (await requests.LoadAsync(file.RequestId, cancel))?.State.Deliverables.Find(one => one.Id == file.DeliverableId);
        var counts = of switch
        {
            { DeliveredAt: null } or null => isUnderway,
            { Downloads: > 0 } => true,
            _ => of.IsLive(circumstances.Now),
        };
        if (counts && of?.DeliveredAt is null)
        {
            return LabelNow(file.RequestId, file.FileName);
        }

        var day = LocalDatePattern.Iso.Format((of?.DeliveredAt ?? file.At).InZone(circumstances.Calendar.Zone).Date);
        return counts ? $"{file.FileName}, released {day} (request {file.RequestId})" : null;
    }

    /// <summary>How a finding names a file that is being released.</summary>
    public static string LabelNow(string requestId, string fileName) => $"{fileName}, being released now (request {requestId})";
}
