using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Core.Audits;
using Core.Requests;
using NodaTime;
using Service.Audit;
using Service.Desk;
using Service.Storage;
using Service.Storage.Events;

namespace Service.Audits;

/// <summary>An audit as it is then, or why not; neither where there is no such audit.</summary>
internal sealed record AuditOutcome(ReleaseAudit? Audit, Refusal? Refusal = null);

/// <summary>
/// Audits of released requests. Samples and findings are entries of one chain of the audit log, sealed with all others: nothing is changed or
/// taken away, and what is recorded twice under one key is recorded once.
/// </summary>
internal sealed class ReleaseAuditDesk(ChainLog log, OpenRequests requests, CurrentCircumstances current)
{
    /// <summary>The chain.</summary>
    public const string Chain = "release-audits";

    /// <summary>All audits, the latest first.</summary>
    public async Task<IReadOnlyList<ReleaseAudit>> AllAsync(CancellationToken cancel) => ReleaseAudit.Of(
        await log.ReadAsync(Chain, 1, int.MaxValue, cancel).Select(entry => JsonSerializer.Deserialize<AuditEntry>(entry.Payload, EventJson.Options)!).ToListAsync(cancel));

    /// <summary>One audit; null where there is none.</summary>
    public async Task<ReleaseAudit?> FindAsync(string id, CancellationToken cancel) =>
        (await AllAsync(cancel)).FirstOrDefault(audit => audit.Id == id);

    /// <summary>Draws a sample of the requests whose data was first released within some days, both included.</summary>
    /// <param name="seed">For drawing an earlier sample again; null for a new one that nobody could choose.</param>
    /// <param name="key">Under one key a sample is drawn once.</param>
    public async Task<AuditOutcome> DrawAsync(Actor.Staff by, LocalDate from, LocalDate to, int size, string? seed, string key, CancellationToken cancel)
    {
        if (ReleaseAudit.WhyNotDraw(from, to, size, seed) is { } refusal)
        {
            return new(null, refusal);
        }

        var once = Name(key);
        var id = $"RA-{once[..10]}";
        if (await FindAsync(id, cancel) is { } known)
        {
            return new(known);
        }

        var now = await current.NowAsync(cancel);
        var released = await ReleasedAsync(from, to, now, cancel);
        if (released.Count == 0)
        {
            return new(null, new("NothingReleased", "Nothing was released in these days: choose others."));
        }

        var drawnBy = seed ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var drawn = new SampleDrawn(from, to, size, drawnBy, released.Count, AuditSample.Fingerprint(released), AuditSample.Draw(drawnBy, size, released));
        await AppendAsync(new(id, now.Now, by.Name, Drawn: drawn), once, cancel);
        return new(await FindAsync(id, cancel));
    }

    /// <summary>Records a finding.</summary>
    /// <param name="confirmed">Words that characterise a person were confirmed.</param>
    /// <param name="key">Under one key a finding is recorded once; null where it may be recorded again.</param>
    public async Task<AuditOutcome> RecordAsync(Actor.Staff by, string id, FindingMade finding, bool confirmed, string? key, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } audit)
        {
            return new(null);
        }

        // Said again word for word by the same person it says nothing new.
        var latest = audit.Requests.Find(one => one.RequestId == finding.RequestId)?.Latest;
        if (latest is not null && latest.By == by.Name && latest.Result == finding.Result && latest.Text == finding.Text)
        {
            return new(audit);
        }

        if (audit.WhyNot(finding, confirmed) is { } refusal)
        {
            return new(audit, refusal);
        }

        var now = await current.NowAsync(cancel);
        await AppendAsync(new(id, now.Now, by.Name, Finding: finding), key is null ? null : Name($"{id}/{key}"), cancel);
        return new(await FindAsync(id, cancel));
    }

    private async Task AppendAsync(AuditEntry entry, string? once, CancellationToken cancel)
    {
        await log.AppendAsync(Chain, [JsonSerializer.Serialize(entry, EventJson.Options)], once, cancel);
        if (once is not null)
        {
            await log.CloseAsync(Chain, once, cancel);
        }
    }

    private async Task<IReadOnlyCollection<string>> ReleasedAsync(LocalDate from, LocalDate to, Circumstances now, CancellationToken cancel)
    {
        var zone = now.Calendar.Zone;
        var (start, end) = (from.AtStartOfDayInZone(zone).ToInstant(), to.PlusDays(1).AtStartOfDayInZone(zone).ToInstant());
        var released = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var one in requests.FinishedSinceAsync(start, cancel))
        {
            if (one.DeliveredAt is { } at && at >= start && at < end)
            {
                released.Add(one.Id);
            }
        }

        return released;
    }

    // Keys come from outside, and storage has its own ideas of what a key may hold.
    private static string Name(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
}
