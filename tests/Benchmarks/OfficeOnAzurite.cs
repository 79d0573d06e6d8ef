using System.Collections.Concurrent;
using System.Diagnostics;
using Local;
using Local.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Service.Desk;

namespace Benchmarks;

/// <summary>The whole app in this process, on an Azurite of its own, with every request to the storage counted.</summary>
internal sealed class OfficeOnAzurite : IAsyncDisposable
{
    /// <summary>Traces that a measurement starts, to tell which storage requests were made for it.</summary>
    public const string PageSource = "Benchmarks.Pages";

    private readonly Azurite azurite;
    private readonly WebApplication app;
    private readonly ActivityListener listener;
    private long requests;
    private readonly ConcurrentDictionary<ActivityTraceId, TimeSpan> longest = new();

    private OfficeOnAzurite(Azurite azurite, string connectionString, WebApplication app, HashSet<int> ports)
    {
        (this.azurite, ConnectionString, this.app) = (azurite, connectionString, app);
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "System.Net.Http" or "Microsoft.AspNetCore" or PageSource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("server.port") is int port && ports.Contains(port))
                {
                    Interlocked.Increment(ref requests);
                    longest.AddOrUpdate(activity.TraceId, activity.Duration, (_, seen) => seen > activity.Duration ? seen : activity.Duration);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public string ConnectionString { get; }

    public RequestDesk Desk => app.Services.GetRequiredService<RequestDesk>();

    /// <summary>Where it serves.</summary>
    public Uri Address => new(app.Urls.First());

    public EmbeddedEngine Engine => app.Services.GetRequiredService<EmbeddedEngine>();

    /// <summary>Requests to the storage so far.</summary>
    public long Requests => Interlocked.Read(ref requests);

    /// <summary>How long the longest request to the storage took that was made for this trace.</summary>
    public TimeSpan LongestOf(ActivityTraceId trace) => longest.GetValueOrDefault(trace);

    /// <param name="data">Where the storage keeps its data; without one, in a new folder.</param>
    public static async Task<OfficeOnAzurite> StartAsync(DirectoryInfo? data = null)
    {
        data ??= Directory.CreateTempSubdirectory("benchmarks-");
        var key = Convert.ToBase64String(new byte[64]);
        var storage = await Azurite.StartAsync(
            new AzuriteOptions { Accounts = [("bench", key)], DataFolder = data.FullName }, Console.WriteLine, CancellationToken.None);
        var connection = storage.ConnectionString("bench", key);
        var ports = connection.Split(';').Where(part => part.Contains("Endpoint=", StringComparison.Ordinal))
            .Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).Port).ToHashSet();
        var built = LocalApp.Build(["--urls", "http://127.0.0.1:0"], connection);
        var office = new OfficeOnAzurite(storage, connection, built, ports);
        await built.StartAsync();
        return office;
    }

    public async Task<double> RequestsWhileIdleAsync(TimeSpan span)
    {
        var before = Requests;
        await Task.Delay(span);
        return (Requests - before) / span.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        listener.Dispose();
        await azurite.DisposeAsync();
    }
}
