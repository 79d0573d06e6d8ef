using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Local.Storage;

/// <summary>How an Azurite is to run.</summary>
internal sealed record AzuriteOptions
{
    /// <summary>Ports of blobs, queues and tables; 0 lets the system choose a free one.</summary>
    public (int Blob, int Queue, int Table) Ports { get; init; } = (0, 0, 0);

    /// <summary>Where it keeps its data; null keeps them in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Names and base64 keys of its accounts; empty means the well-known development account.</summary>
    public IReadOnlyList<(string Name, string Key)> Accounts { get; init; } = [];
}

/// <summary>An Azurite process that this process started and stops.</summary>
internal sealed partial class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly Dictionary<string, Uri> addresses = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Azurite(Process process) => this.process = process;

    /// <summary>Its process id.</summary>
    public int ProcessId => process.Id;

    /// <summary>Completes when the process has ended, whoever ended it.</summary>
    public Task Ended => process.WaitForExitAsync(CancellationToken.None);

    /// <summary>Installs it if need be, starts it, and returns when all three of its services answer.</summary>
    public static async Task<Azurite> StartAsync(AzuriteOptions options, Action<string> say, CancellationToken cancel)
    {
        var folder = await AzuriteInstall.EnsureAsync(say, cancel);
        var azurite = new Azurite(new Process { StartInfo = StartInfo(options, folder), EnableRaisingEvents = true });
        try
        {
            await azurite.RunAsync(cancel);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection string of one of its accounts.</summary>
    public string ConnectionString(string account, string key) => string.Create(CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};BlobEndpoint={addresses["Blob"]}{account};QueueEndpoint={addresses["Queue"]}{account};TableEndpoint={addresses["Table"]}{account};");

    /// <summary>Lets it save and end; ends it by its id where it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
            using var limit = new CancellationTokenSource(StopLimit);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException)
        {
            // It never started, or ended before its input could be closed: nothing is left to stop.
        }

        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(AzuriteOptions options, string folder)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var arguments = start.ArgumentList;
        arguments.Add("start.cjs");
        if (options.DataFolder is { } data)
        {
            Directory.CreateDirectory(data);
            arguments.Add(Path.Combine(data, "azurite.pid"));
            arguments.Add("--location");
            arguments.Add(data);
        }
        else
        {
            arguments.Add("");
            arguments.Add("--inMemoryPersistence");
        }

        foreach (var argument in new[] { "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--disableProductStyleUrl" })
            arguments.Add(argument);
        foreach (var (service, port) in new[] { ("blob", options.Ports.Blob), ("queue", options.Ports.Queue), ("table", options.Ports.Table) })
        {
            arguments.Add($"--{service}Port");
            arguments.Add(port.ToString(CultureInfo.InvariantCulture));
        }

        if (options.Accounts.Count > 0)
            start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', options.Accounts.Select(account => $"{account.Name}:{account.Key}"));
        return start;
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.Exited += (_, _) => ready.TrySetException(Failed());
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            throw new StartupProblem("Node 20 or newer is needed for the storage emulator and was not found: install it, "
                + "or point AzureWebJobsStorage to a storage that runs already.", missing);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await ready.Task.WaitAsync(StartLimit, cancel);
        }
        catch (TimeoutException late)
        {
            throw new StartupProblem($"Azurite did not answer within {StartLimit.TotalMinutes:0} minutes: end other programs and try again.", late);
        }
    }

    private void Hear(string? line)
    {
        if (line is null || Listening().Match(line) is not { Success: true } match)
            return;
        lock (addresses)
        {
            addresses[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value);
            if (addresses.Count == 3)
                ready.TrySetResult();
        }
    }

    private StartupProblem Failed()
    {
        var why = errors.ToString().Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("Error", StringComparison.Ordinal));
        return new StartupProblem($"Azurite ended while starting ({why ?? "no reason given"}): free its ports or delete .local/azurite and try again.");
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
