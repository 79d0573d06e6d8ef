using System.Security.Cryptography;
using Local.Storage;

[assembly: AssemblyFixture(typeof(Shared.AzuriteFixture))]

namespace Shared;

/// <summary>
/// One real Azurite for a test assembly, in memory, on free ports. Take it as a constructor parameter; each call of
/// <see cref="NewStorage"/> gives a storage account of its own, so that no test sees another's data.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private Azurite? azurite;
    private int taken;

    private const int Accounts = 400;

    public async ValueTask InitializeAsync()
    {
        var accounts = Enumerable.Range(1, Accounts).Select(number => (Name(number), key)).ToList();
        azurite = await Azurite.StartAsync(new AzuriteOptions { Accounts = accounts }, Console.WriteLine, CancellationToken.None);
    }

    /// <summary>The connection string of an empty storage account that nobody else uses.</summary>
    public string NewStorage()
    {
        var number = Interlocked.Increment(ref taken);
        number.ShouldBeLessThanOrEqualTo(Accounts, "more storage accounts are asked for than Azurite was given; raise the number here");
        return azurite!.ConnectionString(Name(number), key);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    private static string Name(int number) => $"test{number:000}";
}
