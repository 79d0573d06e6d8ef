using Core.Notifications;
using NodaTime;
using Service.Engine;
using Service.Tests.Desk;
using Service.Tests.Storage;
using Shared;
using static Core.Requests.RequestCommand;

namespace Service.Tests.EngineContract;

/// <summary>The engine of one machine.</summary>
public sealed class EmbeddedEngineTests(AzuriteFixture azurite) : EngineContract(azurite)
{
    private protected override Task<OfficeUnderTest> OpenAsync(TestStorage storage, Instant? at = null) => OfficeUnderTest.OpenAsync(storage, at);

    [Fact]
    public async Task What_another_process_wrote_before_it_died_is_found_though_an_older_state_is_remembered()
    {
        var storage = await NewStorageAsync();
        await using var office = await OpenAsync(storage);
        var id = (await office.SubmitAsync()).Id;
        await SeenToAsync(office, id);
        await using (var other = await OpenIdleAsync(storage.Again()))
        {
            await other.DoAsync(id, new Assign("Ana Lyst"));
        }

        (await office.MailAsync(id)).ShouldNotContain(nameof(MessageKind.AssignedToAnalyst));
        await office.Get<IEngine>().WatchAsync(id, default);
        await UntilAsync(async () => (await office.MailAsync(id)).Contains(nameof(MessageKind.AssignedToAnalyst)));
    }
}
