using NodaTime;
using Service.Tests.Desk;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.EngineContract;

/// <summary>The engine of one machine.</summary>
public sealed class EmbeddedEngineTests(AzuriteFixture azurite) : EngineContract(azurite)
{
    private protected override Task<OfficeUnderTest> OpenAsync(TestStorage storage, Instant? at = null) => OfficeUnderTest.OpenAsync(storage, at);
}
