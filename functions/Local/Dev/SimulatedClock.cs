using Azure.Data.Tables;
using NodaTime;

namespace Local.Dev;

/// <summary>
/// The clock of Development: real time plus an offset that can be moved either way and outlives a restart (table
/// <c>clock</c>). It runs on by itself, so that waits measured in minutes pass without anybody's help.
/// </summary>
internal sealed class SimulatedClock(TableServiceClient tables) : IClock, IHostedLifecycleService
{
    private const string Partition = "clock";
    private const string Row = "offset";

    // Not "dev": the tables' client takes a table's name out of its address wherever it finds it, in "devstoreaccount1" too.
    private readonly TableClient table = tables.GetTableClient("clock");
    private long offsetTicks;

    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + Offset;

    /// <summary>How far it is from real time.</summary>
    public Duration Offset => Duration.FromTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>Makes it show this moment from now on, after a restart too.</summary>
    public async Task SetAsync(Instant now, CancellationToken cancel)
    {
        var ticks = (now - SystemClock.Instance.GetCurrentInstant()).BclCompatibleTicks;
        await table.UpsertEntityAsync(new TableEntity(Partition, Row) { ["Ticks"] = ticks }, TableUpdateMode.Replace, cancel);
        Interlocked.Exchange(ref offsetTicks, ticks);
    }

    /// <summary>Takes up the offset that was stored, before anything that asks for the time is started.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await table.CreateIfNotExistsAsync(cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        if (row.HasValue)
            Interlocked.Exchange(ref offsetTicks, row.Value!.GetInt64("Ticks") ?? 0);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
