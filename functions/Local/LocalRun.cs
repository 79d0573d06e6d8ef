using System.Net.Sockets;
using Azure;
using Local.Backup;
using Local.Samples;
using Local.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Service.Settings;

namespace Local;

/// <summary>One run of the program: storage, then the app, then waiting, then stopping what was started.</summary>
internal static class LocalRun
{
    /// <summary>The address where nothing else is asked for.</summary>
    public const string DefaultAddress = "http://127.0.0.1:7071";

    private const string Seed = "--seed";

    /// <summary>Runs until <paramref name="stop"/>; returns the exit code.</summary>
    /// <exception cref="StartupProblem">It cannot start.</exception>
    public static async Task<int> RunAsync(string[] args, CancellationToken stop)
    {
        var settings = args.Where(argument => argument != Seed).ToArray();
        CheckAddress(LocalApp.Configuration(settings)[WebHostDefaults.ServerUrlsKey]);
        await using var storage = await StorageChoice.MakeAsync(LocalApp.Configuration(settings), Console.WriteLine, stop);
        if (BackupRun.IsAskedFor(args))
            return await BackupRun.RunAsync(args, LocalApp.Configuration(settings, storage.ConnectionString), Console.WriteLine, stop);
        await using var app = LocalApp.Build(settings, storage.ConnectionString);
        var seeds = args.Contains(Seed, StringComparer.Ordinal);
        if (seeds && !app.Environment.IsDevelopment())
            throw new StartupProblem("--seed makes invented requests, which is for Development alone: leave it out.");
        await StartAsync(app, stop);
        if (seeds)
            await ActivatorUtilities.CreateInstance<SampleRequests>(app.Services).SeedAsync(new Uri(Addresses(app).First()), Console.WriteLine, stop);
        Console.WriteLine(Welcome.Text(Addresses(app), app.Environment.IsDevelopment(), seeds));

        var stopped = app.WaitForShutdownAsync(stop);
        if (await Task.WhenAny(stopped, storage.Lost) == stopped)
        {
            await stopped;
            return 0;
        }

        await Console.Error.WriteLineAsync("Azurite ended, so nothing can be stored any more: start this program again.");
        await app.StopAsync(CancellationToken.None);
        return 1;
    }

    private static void CheckAddress(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                BindingAddress.Parse(url);
            }
            catch (FormatException wrong)
            {
                throw new StartupProblem($"The address {url} cannot be used: give one such as --urls http://127.0.0.1:8080.", wrong);
            }
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception failure) when (Explain(failure, app) is { } problem)
        {
            throw new StartupProblem(problem, failure);
        }
    }

    private static string? Explain(Exception failure, WebApplication app)
    {
        var wanted = app.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultAddress;
        return failure switch
        {
            SettingsException wrong => wrong.Message,
            RequestFailedException or AggregateException { InnerException: RequestFailedException } =>
                $"Storage does not work ({FirstLine(failure)}): check AzureWebJobsStorage and that the storage runs.",
            IOException { InnerException: AddressInUseException } =>
                $"The address {wanted} is busy: end the program that uses it, or choose another one with --urls http://127.0.0.1:8080.",
            SocketException or IOException { InnerException: SocketException } =>
                $"The address {wanted} cannot be used ({FirstLine(failure)}): choose another one with --urls http://127.0.0.1:8080.",
            InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } =>
                $"The address {wanted} cannot be used ({FirstLine(failure)}): give one such as --urls http://127.0.0.1:8080.",
            _ => null,
        };
    }

    private static string FirstLine(Exception failure) => failure.GetBaseException().Message.Split('\n')[0].Trim();

    private static IReadOnlyCollection<string> Addresses(WebApplication app) =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
}
