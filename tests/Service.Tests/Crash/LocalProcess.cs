using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Service.Tests.Crash;

/// <summary>The real program of one machine, as a process of its own that can be killed and started again on the same storage.</summary>
internal sealed class LocalProcess(string connectionString) : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly int port = FreePort();
    private Process? process;

    public HttpClient Site { get; private set; } = new();

    public async Task StartAsync()
    {
        Site.Dispose();
        Site = new() { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(3) };
        process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Local.dll"), "--urls", Site.BaseAddress.ToString().TrimEnd('/')])
        {
            Environment = { ["AzureWebJobsStorage"] = connectionString, ["ASPNETCORE_ENVIRONMENT"] = "Development" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            process.HasExited.ShouldBeFalse("the program ended while it started");
            watch.Elapsed.ShouldBeLessThan(LongestStart, "the program did not start");
            try
            {
                if ((await Site.GetAsync(new Uri("/healthz", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is told.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        Site.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
