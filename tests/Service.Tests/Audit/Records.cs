using Azure.Data.Tables;
using Core.Disclosure;
using Core.Requests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Service.Audit;
using Service.Calendar;
using Service.Desk;
using Service.Disclosures;
using Service.Policy;
using Service.Storage;
using Service.Storage.Events;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Audit;

/// <summary>Everything that is chained, on a storage of its own, without pages and engine: what an audit is about.</summary>
internal sealed class Records : IDisposable
{
    public static readonly Actor.Staff Ada = new("Ada Min", [StaffRole.Administrator]);

    private Records(TestStorage storage, IDataProtectionProvider protection)
    {
        Storage = storage;
        Lookup = new(storage.Blobs, protection);
        Log = new(storage.Tables);
        Events = new(storage.Tables);
        Ledger = new(storage.Tables, Lookup, Log);
        Reads = new(Log, Lookup, Clock);
        Book = new(storage.Blobs);
        var policies = new PolicyStore(storage.Blobs);
        var current = new CurrentCircumstances(
            Clock, policies, new CalendarStore(storage.Blobs, _ => Task.FromResult(PolicyStore.Shipped.BusinessDay), Clock),
            new Service.Training.TrainingStore(storage.Blobs));
        Seals = new(Book, Log, Events, current, NullLogger<Seals>.Instance);
        Audit = new(storage.Tables, Book, Log, Seals, Ledger, new LedgerCopies(storage.Tables, Log));
    }

    public MovedClock Clock { get; } = new();
    public TestStorage Storage { get; }
    public StudentLookup Lookup { get; }
    public ChainLog Log { get; }
    public EventStore Events { get; }
    public DisclosureLedger Ledger { get; }
    public ReadTrail Reads { get; }
    public SealBook Book { get; }
    public Seals Seals { get; }
    public AuditVerification Audit { get; }
    public TableClient Chains => Storage.Tables.GetTableClient(ChainLog.TableName);
    public TableClient Students => Storage.Tables.GetTableClient(DisclosureLedger.TableName);

    public static async Task<Records> NewAsync(AzuriteFixture azurite) => new(await TestStorage.NewAsync(azurite), new EphemeralDataProtectionProvider());

    public static string Id(int number) => $"DR-0000-0000-{number:0000}";

    public static LedgerEntry Entry(string? student, string reference = "") => new()
    {
        StudentId = student,
        Kind = LedgerKind.Request,
        At = Appending.Monday,
        RequestId = Id(1),
        Reference = reference,
        Receiver = "Robin Example",
        LegitimateInterest = "Tutoring",
        Ground = "Family consent (34 CFR 99.30)",
        What = "attendance rate; 2024-25",
    };

    /// <summary>Appends a note to a request, which is submitted first where it is new.</summary>
    public async Task HappenAsync(int number, string text = "A note")
    {
        var before = await Events.LoadAsync(Id(number), default);
        await Events.MustAppendAsync(Id(number), before, before is null ? Appending.Submitted() : Appending.Note(text));
    }

    /// <summary>Three requests, a roster in the ledger, some looks at it, and seals of two days over them, with more after the last.</summary>
    public async Task FillAsync()
    {
        await HappenAsync(1);
        await HappenAsync(2);
        await HappenAsync(2, "second");
        await Ledger.WriteAsync([Entry("482915"), Entry("593027"), Entry("604138"), Entry(null)], default);
        await Reads.RecordAsync(Ada, ReadOf.Request, default, Id(1));
        await Seals.SealAsync(default);
        Clock.Advance(Duration.FromDays(1));
        await HappenAsync(2, "third");
        await HappenAsync(3);
        await Ledger.WriteAsync([Entry("482915", "file-1"), Entry("715249", "file-1")], default);
        await Reads.RecordAsync(Ada, ReadOf.StudentLedger, default, studentId: "482915");
        await Seals.SealAsync(default);
        await HappenAsync(2, "fourth");
        await HappenAsync(4);
    }

    public async Task ShouldBeWholeAsync()
    {
        var found = await Audit.VerifyAsync(default);
        found.FirstBroken.ShouldBeNull();
        found.Ok.ShouldBeTrue();
    }

    public async Task<BrokenEntry> BrokenAsync()
    {
        var found = await Audit.VerifyAsync(default);
        found.Ok.ShouldBeFalse();
        return found.FirstBroken.ShouldNotBeNull();
    }

    /// <summary>Rewrites a chain from an entry on, so that it is whole in itself: what somebody with the keys to storage can do.</summary>
    public static async Task RewriteAsync(TableClient table, string chain, int from, Func<string, string> change)
    {
        var hash = from == 1 ? EventRow.NoHash : (await RowAsync(table, chain, from - 1)).GetString("Hash");
        var last = HeadRow.SequenceOf((await table.GetEntityAsync<TableEntity>(chain, HeadRow.Key)).Value);
        for (var sequence = from; sequence <= last; sequence++)
        {
            var old = await RowAsync(table, chain, sequence);
            var payload = sequence == from ? change(EventRow.PayloadOf(old)) : EventRow.PayloadOf(old);
            var row = EventRow.Of(chain, sequence, payload, hash, old.GetString("Append"));
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
            hash = row.GetString("Hash");
        }

        var head = (await table.GetEntityAsync<TableEntity>(chain, HeadRow.Key)).Value;
        head["LastHash"] = hash;
        await table.UpsertEntityAsync(head, TableUpdateMode.Replace);
    }

    /// <summary>Cuts a chain after an entry, so that it is whole in itself.</summary>
    public static async Task CutAsync(TableClient table, string chain, int after)
    {
        var head = (await table.GetEntityAsync<TableEntity>(chain, HeadRow.Key)).Value;
        for (var sequence = HeadRow.SequenceOf(head); sequence > after; sequence--)
        {
            await table.DeleteEntityAsync(chain, EventRow.KeyOf(sequence));
        }

        (head["Sequence"], head["LastHash"]) = (after, (await RowAsync(table, chain, after)).GetString("Hash"));
        await table.UpsertEntityAsync(head, TableUpdateMode.Replace);
    }

    public static async Task RemoveAsync(TableClient table, string chain)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {chain}")))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }

    public static async Task<TableEntity> RowAsync(TableClient table, string chain, int sequence) =>
        (await table.GetEntityAsync<TableEntity>(chain, EventRow.KeyOf(sequence))).Value;

    public void Dispose()
    {
        Events.Dispose();
        Lookup.Dispose();
    }
}

/// <summary>Stands still until it is moved.</summary>
internal sealed class MovedClock : IClock
{
    private Instant now = Appending.Monday;

    public Instant GetCurrentInstant() => now;

    public void Advance(Duration time) => now += time;
}
