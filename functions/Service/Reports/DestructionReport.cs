using Core.Requests;
using NodaTime;
using Service.Desk;
using Service.Storage;

namespace Service.Reports;

/// <summary>Where the destruction of data stands.</summary>
internal enum DestructionStanding
{
    /// <summary>The agreement still holds.</summary>
    NotYetDue,
    /// <summary>The agreement has ended and the attestation is asked for.</summary>
    Due,
    /// <summary>It is overdue, and the receiver's next request is refused.</summary>
    Overdue,
    /// <summary>The receiver attested it.</summary>
    Attested,
    /// <summary>An administrator did without the attestation.</summary>
    Exempted,
}

/// <summary>Which of them are asked for.</summary>
internal enum DestructionFilter
{
    /// <summary>What is not attested yet.</summary>
    Owed,
    /// <summary>What holds up its receiver.</summary>
    Overdue,
    /// <summary>What was attested or done without.</summary>
    Settled,
    /// <summary>All.</summary>
    All,
}

/// <summary>One destruction that is or was owed.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Receiver">Who received the data.</param>
/// <param name="Organization">Their organization.</param>
/// <param name="Email">Their address.</param>
/// <param name="AgreementEndsOn">The last day of the agreement.</param>
/// <param name="OverdueFrom">From when on it is overdue; null once it is settled.</param>
/// <param name="Chased">How often the receiver was asked or reminded by the clock; not counted once it is settled.</param>
/// <param name="LastChasedAt">When last.</param>
/// <param name="RemindedAt">When an administrator last had them reminded besides.</param>
/// <param name="SettledAt">When it was attested or done without.</param>
/// <param name="SettledHow">Who attested it and how the data was destroyed, or why it was done without.</param>
/// <param name="RefusedRequests">Ids of the requests of the receiver or their organization that were refused because of it.</param>
internal sealed record OwedDestruction(
    string RequestId, DestructionStanding Standing, string Receiver, string? Organization, string Email, LocalDate AgreementEndsOn,
    Instant? OverdueFrom, int Chased, Instant? LastChasedAt, Instant? RemindedAt, Instant? SettledAt, string? SettledHow, string RefusedRequests)
{
    /// <summary>Nothing is owed any more.</summary>
    internal bool IsSettled => Standing is DestructionStanding.Attested or DestructionStanding.Exempted;
}

/// <summary>Everything that is to be destroyed or was, and who is held up by it.</summary>
internal sealed class DestructionReport(DestructionRegister register, EventStore store, CurrentCircumstances current)
{
    /// <summary>What was asked for: what is owed before what is settled, the longest overdue first, the latest settled first.</summary>
    public async Task<IReadOnlyList<OwedDestruction>> AllAsync(DestructionFilter filter, CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        var ids = new List<string>();
        if (filter != DestructionFilter.Settled)
        {
            ids.AddRange(await register.OwedAsync(cancel));
        }

        if (filter is DestructionFilter.Settled or DestructionFilter.All)
        {
            ids.AddRange(await register.SettledAsync(cancel));
        }

        var refused = await StatesAsync(await register.HeldUpAsync(cancel), cancel);
        return
        [
            .. (await StatesAsync(ids.Distinct(StringComparer.Ordinal), cancel)).Select(request => DestructionLines.Of(request, refused, circumstances))
                .OfType<OwedDestruction>().Where(line => Fits(line, filter))
                .OrderBy(line => line.IsSettled).ThenBy(line => line.OverdueFrom).ThenByDescending(line => line.SettledAt)
                .ThenBy(line => line.RequestId, StringComparer.Ordinal),
        ];
    }

    private static bool Fits(OwedDestruction line, DestructionFilter filter) => filter switch
    {
        DestructionFilter.Owed => !line.IsSettled,
        DestructionFilter.Overdue => line.Standing == DestructionStanding.Overdue,
        DestructionFilter.Settled => line.IsSettled,
        _ => true,
    };

    private async Task<IReadOnlyList<RequestState>> StatesAsync(IEnumerable<string> ids, CancellationToken cancel)
    {
        var states = new List<RequestState>();
        foreach (var id in ids)
        {
            if ((await store.LoadAsync(id, cancel))?.State is { } request)
            {
                states.Add(request);
            }
        }

        return states;
    }
}
