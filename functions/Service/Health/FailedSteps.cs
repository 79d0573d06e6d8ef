using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Core.Requests;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Mail;
using Service.Upkeep;

namespace Service.Health;

/// <summary>A step owed for a request, such as an e-mail, that failed and is tried again.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="EffectId">The effect it is owed as.</param>
/// <param name="What">The kind of e-mail, or of step.</param>
/// <param name="IsMail">It is an e-mail.</param>
/// <param name="Times">How often it failed.</param>
/// <param name="FirstAt">When it failed first.</param>
/// <param name="LastAt">When it failed last.</param>
/// <param name="Why">What the mail server answered, or the kind of failure; never a name or an address.</param>
public sealed record FailedStep(
    string RequestId, string EffectId, string What, bool IsMail, int Times, Instant FirstAt, Instant LastAt, string Why);

/// <summary>An e-mail that no mail server will ever take.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Kind">The kind of e-mail.</param>
/// <param name="At">When it was given up.</param>
public sealed record UndeliverableLetter(string RequestId, string Kind, Instant At);

/// <summary>
/// What failed and is tried again, in the table <c>upkeep</c>: written only when something fails, by whichever engine runs, so that it
/// outlives the process that saw it. It is a help for people, not what the engines go by: that is the request itself, and where the two
/// disagree the row is old.
/// </summary>
internal sealed partial class FailedSteps(TableServiceClient tables, IClock clock, ILogger<FailedSteps> logger)
{
    private const string Delayed = "delayed";
    private const string GivenUp = "undeliverable";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly TableClient table = tables.GetTableClient(OnceADay.TableName);

    // Failed in this process and not done since: only these are struck off at once; others are when somebody reads them.
    private readonly ConcurrentDictionary<(string RequestId, string EffectId), byte> known = new();

    /// <summary>A step failed. Never throws: what failed is tried again, written down or not.</summary>
    public Task FailedAsync(string requestId, OwedEffect owed, Exception why)
    {
        known[(requestId, owed.Id)] = 0;
        return QuietlyAsync(requestId, async cancel =>
        {
            var now = clock.GetCurrentInstant();
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Delayed, KeyOf(requestId, owed.Id), cancellationToken: cancel);
            var former = found is { HasValue: true, Value: { } row } ? Read(row) : null;
            var step = new FailedStep(
                requestId, owed.Id, NameOf(owed.Effect), owed.Effect is Effect.SendMail, (former?.Times ?? 0) + 1, former?.FirstAt ?? now, now, Says(why));
            await table.UpsertEntityAsync(Row(step), TableUpdateMode.Replace, cancel);
        });
    }

    /// <summary>A step is done. Asks the storage for nothing unless it failed before in this process. Never throws.</summary>
    public Task DoneAsync(string requestId, OwedEffect owed) =>
        known.TryRemove((requestId, owed.Id), out _) ? QuietlyAsync(requestId, cancel => StrikeAsync(requestId, owed.Id, cancel)) : Task.CompletedTask;

    /// <summary>An e-mail was given up. Never throws.</summary>
    public Task GaveUpAsync(string requestId, OwedEffect owed) => QuietlyAsync(requestId, cancel =>
    {
        var at = clock.GetCurrentInstant().ToUnixTimeTicks();
        // The newest first.
        var key = $"{(long.MaxValue - at).ToString("D19", System.Globalization.CultureInfo.InvariantCulture)}_{KeyOf(requestId, owed.Id)}";
        return table.UpsertEntityAsync(
            new TableEntity(GivenUp, key) { ["RequestId"] = requestId, ["What"] = NameOf(owed.Effect), ["At"] = at }, TableUpdateMode.Replace, cancel);
    });

    /// <summary>Strikes off what is done.</summary>
    public Task StrikeAsync(string requestId, string effectId, CancellationToken cancel) =>
        table.DeleteEntityAsync(Delayed, KeyOf(requestId, effectId), ETag.All, cancel);

    /// <summary>What failed, in the order of the requests' ids; maybe done since.</summary>
    /// <param name="most">How many at most.</param>
    public async Task<IReadOnlyList<FailedStep>> ListAsync(int most, CancellationToken cancel) =>
        await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Delayed}"), most, cancellationToken: cancel)
            .Take(most).Select(Read).ToListAsync(cancel);

    /// <summary>E-mails given up since then, the latest first.</summary>
    public async Task<IReadOnlyList<UndeliverableLetter>> GivenUpAsync(Instant since, int most, CancellationToken cancel)
    {
        var until = (long.MaxValue - since.ToUnixTimeTicks()).ToString("D19", System.Globalization.CultureInfo.InvariantCulture);
        return await table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {GivenUp} and RowKey lt {until}"), most, cancellationToken: cancel)
            .Take(most)
            .Select(row => new UndeliverableLetter(row.GetString("RequestId"), row.GetString("What"), Instant.FromUnixTimeTicks(row.GetInt64("At") ?? 0)))
            .ToListAsync(cancel);
    }

    /// <summary>The name of a step, without whom it is about.</summary>
    public static string NameOf(Effect effect) => effect is Effect.SendMail { Message.Kind: var kind } ? kind.ToString() : effect.GetType().Name;

    // Other exceptions may quote what they were given.
    private static string Says(Exception why) => why switch
    {
        MailDelayedException delay => delay.Message,
        OperationCanceledException => "It took too long.",
        RequestFailedException storage => $"Storage answered {storage.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
        _ => $"{why.GetType().Name}; the logs say more.",
    };

    private static string KeyOf(string requestId, string effectId) => $"{requestId}_{effectId.Replace('/', '~')}";

    private static TableEntity Row(FailedStep step) => new(Delayed, KeyOf(step.RequestId, step.EffectId))
    {
        ["RequestId"] = step.RequestId,
        ["EffectId"] = step.EffectId,
        ["What"] = step.What,
        ["IsMail"] = step.IsMail,
        ["Times"] = step.Times,
        ["FirstAt"] = step.FirstAt.ToUnixTimeTicks(),
        ["LastAt"] = step.LastAt.ToUnixTimeTicks(),
        ["Why"] = step.Why,
    };

    private static FailedStep Read(TableEntity row) => new(
        row.GetString("RequestId"), row.GetString("EffectId"), row.GetString("What"), row.GetBoolean("IsMail") ?? false, row.GetInt32("Times") ?? 1,
        Instant.FromUnixTimeTicks(row.GetInt64("FirstAt") ?? 0), Instant.FromUnixTimeTicks(row.GetInt64("LastAt") ?? 0), row.GetString("Why"));

    private async Task QuietlyAsync(string requestId, Func<CancellationToken, Task> write)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            await write(limit.Token);
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException or AggregateException)
        {
            Log.NotNoted(logger, failure, requestId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "That a step of {RequestId} failed could not be written down for the health page.")]
        public static partial void NotNoted(ILogger logger, Exception failure, string requestId);
    }
}
