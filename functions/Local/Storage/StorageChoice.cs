using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Service.Storage;

namespace Local.Storage;

/// <summary>
/// The storage of one run: the one that is set, else the Azurite that runs already, else an Azurite of our own, which is
/// stopped at the end.
/// </summary>
internal sealed class StorageChoice : IAsyncDisposable
{
    private const string Development = "UseDevelopmentStorage=true";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Azurite? own;

    private StorageChoice(string? connectionString, Azurite? own = null) => (ConnectionString, this.own) = (connectionString, own);

    /// <summary>Where it is; null where the settings name an account that this program signs in to itself.</summary>
    public string? ConnectionString { get; }

    /// <summary>Completes when an Azurite of our own ended by itself.</summary>
    public Task Lost => own?.Ended ?? Task.Delay(Timeout.Infinite);

    /// <summary>Chooses, starts what is needed, and makes sure that it answers.</summary>
    /// <exception cref="StartupProblem">There is no storage to work with.</exception>
    public static async Task<StorageChoice> MakeAsync(IConfiguration configuration, Action<string> say, CancellationToken cancel)
    {
        var settings = StorageSettings.Read(configuration, isDevelopment: false);
        if (settings.ByIdentity)
        {
            return new(connectionString: null);
        }

        var setting = settings.ConnectionString;
        if (!string.IsNullOrWhiteSpace(setting) && setting.Trim().TrimEnd(';') != Development)
        {
            await CheckAsync(setting, cancel);
            return new(setting);
        }

        if (await AzuritePorts.LookAsync(cancel))
        {
            say("Using the Azurite that runs already on ports 10000 and 10002.");
            return new(Development);
        }

        var data = Path.Combine(Places.Made, "data");
        var azurite = await Azurite.StartAsync(new AzuriteOptions { Ports = AzuritePorts.Default, DataFolder = data }, say, cancel);
        say($"Azurite started; its data is in {Path.GetRelativePath(Directory.GetCurrentDirectory(), data)}.");
        return new(Development, azurite);
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task CheckAsync(string setting, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var tables = new TableServiceClient(setting, Impatient(new TableClientOptions()));
            var blobs = new BlobServiceClient(setting, Impatient(new BlobClientOptions()));
            await foreach (var _ in tables.QueryAsync(maxPerPage: 1, cancellationToken: limit.Token))
                break;
            await foreach (var _ in blobs.GetBlobContainersAsync(cancellationToken: limit.Token))
                break;
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new StartupProblem("AzureWebJobsStorage is not the connection string of a storage account with blobs and tables: correct it, "
                + "or leave it out for storage on this machine.", error);
        }
        catch (RequestFailedException error) when (error.Status is 401 or 403)
        {
            throw new StartupProblem($"The storage that AzureWebJobsStorage points to refuses the key ({error.ErrorCode}): correct the setting.", error);
        }
        catch (Exception error) when (error is RequestFailedException or AggregateException or SocketException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new StartupProblem("The storage that AzureWebJobsStorage points to does not answer: start it, correct the setting, "
                + "or leave it out for storage on this machine.", error);
        }
    }

    private static T Impatient<T>(T options) where T : Azure.Core.ClientOptions
    {
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = Patience;
        return options;
    }
}
