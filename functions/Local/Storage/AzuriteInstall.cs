using System.ComponentModel;
using System.Diagnostics;

namespace Local.Storage;

/// <summary>
/// Brings Azurite from npm into <c>.local/azurite</c>, exactly the versions of the lock file beside it, once. Several
/// processes may ask at the same time (test projects run side by side): one installs, the others wait for it.
/// </summary>
internal static class AzuriteInstall
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private static string Source => Path.Combine(AppContext.BaseDirectory, "Npm", "azurite");

    private static string Target => Path.Combine(Places.Made, "azurite");

    /// <summary>Makes sure it is there and returns its folder.</summary>
    /// <param name="say">Told one line when an installation begins, because that takes a while.</param>
    public static async Task<string> EnsureAsync(Action<string> say, CancellationToken cancel)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Patience);
        try
        {
            Directory.CreateDirectory(Target);
            await using var mine = await LockAsync(Path.Combine(Places.Made, "azurite.lock"), timeout.Token);
            if (!await IsCurrentAsync(timeout.Token))
            {
                say("Installing the storage emulator (Azurite) from npm into .local/azurite; this happens once and takes about half a minute ...");
                await InstallAsync(timeout.Token);
            }

            return Target;
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new StartupProblem($"Installing Azurite from npm took longer than {Patience.TotalMinutes:0} minutes: check the network, "
                + "or point AzureWebJobsStorage to a storage that runs already.", late);
        }
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancel);
            }
        }
    }

    // The lock file is copied as the last step, so that an installation cut short is done again.
    private static async Task<bool> IsCurrentAsync(CancellationToken cancel)
    {
        var installed = Path.Combine(Target, "installed-lock.json");
        return File.Exists(installed)
            && await File.ReadAllTextAsync(installed, cancel) == await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"), cancel);
    }

    private static async Task InstallAsync(CancellationToken cancel)
    {
        foreach (var name in new[] { "package.json", "package-lock.json", ".npmrc", "start.cjs" })
            File.Copy(Path.Combine(Source, name), Path.Combine(Target, name), overwrite: true);
        await NpmCiAsync(cancel);
        File.Copy(Path.Combine(Source, "package-lock.json"), Path.Combine(Target, "installed-lock.json"), overwrite: true);
    }

    private static async Task NpmCiAsync(CancellationToken cancel)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci --omit=dev --ignore-scripts --no-progress")
        {
            WorkingDirectory = Target,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync(cancel);
            var errors = npm.StandardError.ReadToEndAsync(cancel);
            try
            {
                await npm.WaitForExitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                npm.Kill(entireProcessTree: true);
                throw;
            }

            await output;
            if (npm.ExitCode != 0)
            {
                throw new StartupProblem($"npm could not install Azurite ({FirstError(await errors)}): check the network and try again, "
                    + "or point AzureWebJobsStorage to a storage that runs already.");
            }
        }
        catch (Win32Exception missing)
        {
            throw new StartupProblem("Node 20 or newer with npm is needed for the storage emulator and was not found: install it, "
                + "or point AzureWebJobsStorage to a storage that runs already.", missing);
        }
    }

    private static string FirstError(string errors) =>
        errors.Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith("npm error", StringComparison.Ordinal))
            .Select(line => line["npm error".Length..].Trim())
            .FirstOrDefault(line => line.Length > 0 && !line.StartsWith("code", StringComparison.Ordinal)) ?? "no reason given";
}
