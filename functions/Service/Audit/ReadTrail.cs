using System.Runtime.CompilerServices;
using System.Text.Json;
using Core.Disclosure;
using Core.Requests;
using NodaTime;
using Service.Disclosures;
using Service.Storage.Events;

namespace Service.Audit;

/// <summary>What somebody of the staff looked at.</summary>
internal enum ReadOf
{
    /// <summary>A request that names students or asks for identifiable data.</summary>
    Request,
    /// <summary>A document that a requester handed in.</summary>
    Document,
    /// <summary>The disclosure ledger about one student.</summary>
    StudentLedger,
    /// <summary>The disclosure ledger of a period.</summary>
    Ledger,
    /// <summary>This trail.</summary>
    Reads,
    /// <summary>The stored entries of a chain, exported for an audit.</summary>
    Chain,
}

/// <summary>One look at identifiable data.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who, as signed in.</param>
/// <param name="Roles">Their roles at that time.</param>
/// <param name="What">What they looked at.</param>
/// <param name="RequestId">The request it belongs to.</param>
/// <param name="Item">Which document or chain.</param>
/// <param name="StudentId">The student whose entries were read.</param>
internal sealed record ReadEntry(
    Instant At, string By, IReadOnlyList<StaffRole> Roles, ReadOf What, string? RequestId = null, string? Item = null, string? StudentId = null);

/// <summary>
/// Who looked at identifiable data (policy section 5: reads, not only changes), as chains of the audit log, one a month. An entry is
/// stored before what it records is shown: where it cannot be, nothing is. It is no event of the request, so it makes nobody's
/// command fail.
/// </summary>
internal sealed class ReadTrail(ChainLog log, StudentLookup students, IClock clock)
{
    public const string Prefix = "reads-";

    /// <summary>Stores that somebody is about to see something.</summary>
    public async Task RecordAsync(
        Actor.Staff by, ReadOf what, CancellationToken cancel, string? requestId = null, string? item = null, string? studentId = null)
    {
        var now = clock.GetCurrentInstant();
        var entry = new ReadEntry(now, by.Name, by.Roles, what, requestId, item, studentId is null ? null : students.Encrypt(studentId));
        await log.AppendAsync(Months.Chain(Prefix, now), [JsonSerializer.Serialize(entry, EventJson.Options)], once: null, cancel);
    }

    /// <summary>Stores that somebody is about to see a request, where it names students or is about identifiable data.</summary>
    public Task OfRequestAsync(Actor.Staff by, RequestState request, CancellationToken cancel) =>
        Entries.AreOwed(request) || request.Submission.Data.StudentIds.Count > 0
            ? RecordAsync(by, ReadOf.Request, cancel, request.Id)
            : Task.CompletedTask;

    /// <summary>Everything from one instant to before another, month by month in the order it was stored.</summary>
    public async IAsyncEnumerable<ReadEntry> AllAsync(Instant from, Instant to, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var chain in Months.ChainsAsync(log, Prefix, from, to, cancel))
        {
            await foreach (var stored in log.ReadAsync(chain, 1, int.MaxValue, cancel))
            {
                var entry = JsonSerializer.Deserialize<ReadEntry>(stored.Payload, EventJson.Options)!;
                if (entry.At >= from && entry.At < to)
                {
                    yield return entry with { StudentId = entry.StudentId is { } hidden ? students.Decrypt(hidden) : null };
                }
            }
        }
    }
}
