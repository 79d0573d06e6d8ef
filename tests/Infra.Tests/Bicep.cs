using System.Diagnostics;
using System.Reflection;

namespace Infra.Tests;

/// <summary>The real compiler, run on the real templates.</summary>
internal static class Bicep
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The folder of the templates.</summary>
    public static string Templates { get; } = Said("Templates");

    /// <summary>Runs the compiler; what it prints as a warning or error is in <see cref="Outcome.Complaints"/>.</summary>
    public static async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var patience = new CancellationTokenSource(Patience);
        var start = new ProcessStartInfo(Compiler())
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Templates,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The compiler carries its own runtime: it needs no ICU of the machine.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complaints = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await complaints);
        }
        catch (OperationCanceledException slow)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"bicep {string.Join(' ', arguments)} did not end within {Patience}.", slow);
        }
    }

    private static string Compiler()
    {
        var path = Said("Bicep").Replace('\\', Path.DirectorySeparatorChar);
        if (!OperatingSystem.IsWindows())
        {
            // Packages are unpacked without the right to run.
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        }

        return path;
    }

    private static string Said(string key) => typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"The build did not say where {key} is.");

    /// <summary>How a run ended.</summary>
    internal sealed record Outcome(int Code, string Output, string Complaints);
}
