using System.Diagnostics;
using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>
/// Finds a Chromium, or gets one: an installed one, else Playwright's own, else Debian's where this process may install it.
/// </summary>
internal static class ChromiumSearch
{
    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PackageLimit = TimeSpan.FromMinutes(8);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The path of one; null where none can be had.</summary>
    public static async Task<string?> FindAsync(IPlaywright playwright) =>
        Installed() ?? await OwnAsync(playwright) ?? await DebianAsync();

    private static string? Installed()
    {
        if (Environment.GetEnvironmentVariable("CHROME") is { Length: > 0 } named && File.Exists(named))
            return named;
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + extension))).Concat(Places).FirstOrDefault(File.Exists);
    }

    private static async Task<string?> OwnAsync(IPlaywright playwright)
    {
        var path = playwright.Chromium.ExecutablePath;
        if (File.Exists(path))
            return path;
        try
        {
            await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(DownloadLimit);
        }
        catch (Exception error) when (error is TimeoutException or PlaywrightException or IOException)
        {
            // Not to be had this way.
        }

        return File.Exists(path) ? path : null;
    }

    private static async Task<string?> DebianAsync()
    {
        if (!File.Exists("/usr/bin/apt-get") || !Environment.IsPrivilegedProcess)
            return null;
        await AptAsync("update");
        await AptAsync("install -y --no-install-recommends chromium fonts-liberation");
        return Installed();
    }

    private static async Task AptAsync(string arguments)
    {
        var start = new ProcessStartInfo("apt-get", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var apt = Process.Start(start)!;
        using var limit = new CancellationTokenSource(PackageLimit);
        try
        {
            await Task.WhenAll(apt.StandardOutput.ReadToEndAsync(limit.Token), apt.StandardError.ReadToEndAsync(limit.Token), apt.WaitForExitAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            apt.Kill(entireProcessTree: true);
        }
    }
}
