using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Storage;
using Service.Storage.Events;
using Shared;

namespace Service.Tests.Storage;

/// <summary>A prepared storage account of its own, reached through the real SDK with faults beneath it.</summary>
internal sealed class TestStorage
{
    private TestStorage(string connectionString, Faults faults)
    {
        ConnectionString = connectionString;
        Faults = faults;
        var (tables, blobs) = (StorageSetup.TableOptions(), StorageSetup.BlobOptions());
        // Waiting between tries belongs to the SDK and is not what is tested here.
        tables.Retry.Delay = tables.Retry.MaxDelay = blobs.Retry.Delay = blobs.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
        tables.Transport = blobs.Transport = new HttpClientTransport(new HttpClient(faults));
        Tables = new(connectionString, tables);
        Blobs = new(connectionString, blobs);
    }

    public string ConnectionString { get; }
    public Faults Faults { get; }
    public TableServiceClient Tables { get; }
    public BlobServiceClient Blobs { get; }
    public TableClient Requests => Tables.GetTableClient(EventStore.TableName);

    public static async Task<TestStorage> NewAsync(AzuriteFixture azurite)
    {
        var storage = new TestStorage(azurite.NewStorage(), new Faults());
        await StoragePreparation.PrepareAsync(storage.Tables, storage.Blobs, CancellationToken.None);
        return storage;
    }

    /// <summary>The same storage as another process sees it.</summary>
    public TestStorage Again() => new(ConnectionString, new Faults());
}

/// <summary>What a storage's network does to the SDK. Everything goes through until told otherwise.</summary>
internal sealed class Faults : DelegatingHandler
{
    private Func<HttpRequestMessage, Fault> plan = _ => Fault.None;
    private int count;

    public Faults() : base(new SocketsHttpHandler()) { }

    /// <summary>How many requests were made.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Does this to the next request that fits, and then nothing more.</summary>
    public void Next(Fault fault, Func<HttpRequestMessage, bool> fits, int times = 1)
    {
        var left = times;
        plan = request => fits(request) && Interlocked.Decrement(ref left) >= 0 ? fault : Fault.None;
    }

    public void Always(Fault fault, Func<HttpRequestMessage, bool> fits) => plan = request => fits(request) ? fault : Fault.None;

    public void Stop() => plan = _ => Fault.None;

    public static bool IsTransaction(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The local mail server keeps its mail in the same storage; that is not the office's traffic.
        if (!request.RequestUri!.AbsolutePath.Contains("devmail", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count);
        }

        switch (plan(request))
        {
            case Fault.Unavailable:
                return new(System.Net.HttpStatusCode.ServiceUnavailable) { Content = new StringContent(""), RequestMessage = request };
            case Fault.LostReply:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException("The connection was lost before the reply came.");
            default:
                return await base.SendAsync(request, cancellationToken);
        }
    }
}

internal enum Fault
{
    None,
    /// <summary>503, nothing done.</summary>
    Unavailable,
    /// <summary>Done, but nobody learns of it.</summary>
    LostReply,
}

/// <summary>Requests as the store sees them, without desk and policy.</summary>
internal static class Appending
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 14, 0);

    public static Submission Submission(string scope = "Attendance rates by grade") => new()
    {
        Requester = new() { Name = "Rita Quester", Email = "rita@example.org", Kind = RequesterKind.Public },
        Purpose = "A report on attendance",
        Audience = "The school council",
        Data = new() { Level = DataLevel.Aggregate, Scope = scope, SchoolYears = ["2024-25"] },
    };

    public static Decision Decision() => new()
    {
        Disposition = Disposition.Accept,
        Office = Office.DataAndAccountability,
        EffectiveLevel = DataLevel.Aggregate,
        Reasons = [new("Accepted", "The office can do this.", "ODA-03")],
        ClarifyWithinBusinessDays = 5,
        FulfilWithinBusinessDays = 15,
    };

    public static RequestEvent Submitted(string scope = "Attendance rates by grade") =>
        new RequestEvent.Submitted(Submission(scope), Decision(), 1);

    public static RequestEvent Note(string text) => new RequestEvent.Noted(text);

    public static Task<AppendOutcome> AppendAsync(this EventStore store, string id, StoredRequest? before, params RequestEvent[] events)
    {
        var sequence = before?.State.Sequence ?? 0;
        var recorded = events.Select(happened => new RecordedEvent(++sequence, Monday, Actor.System, happened)).ToList();
        var after = recorded.Aggregate(before?.State, (state, one) => Fold.Apply(state, id, one))!;
        return store.AppendAsync(id, before, new(recorded, after, $"open/none_______________{id}"), null, CancellationToken.None);
    }

    public static async Task<StoredRequest> MustAppendAsync(
        this EventStore store, string id, StoredRequest? before, params RequestEvent[] events) =>
        (await store.AppendAsync(id, before, events)).ShouldBeOfType<AppendOutcome.Appended>().Now;
}
