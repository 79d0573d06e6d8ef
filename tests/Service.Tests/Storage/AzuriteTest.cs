using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Shared;

namespace Service.Tests.Storage;

public sealed class AzuriteTest(AzuriteFixture azurite)
{
    [Fact]
    public async Task Tables_and_blobs_answer_and_each_storage_is_empty()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (one, other) = (azurite.NewStorage(), azurite.NewStorage());

        var table = new TableClient(one, "things");
        await table.CreateAsync(cancel);
        await table.AddEntityAsync(new TableEntity("a", "1") { ["name"] = "first" }, cancel);
        await new BlobContainerClient(one, "files").CreateAsync(cancellationToken: cancel);

        (await table.GetEntityAsync<TableEntity>("a", "1", cancellationToken: cancel)).Value.GetString("name").ShouldBe("first");
        (await new TableServiceClient(other).QueryAsync(cancellationToken: cancel).CountAsync(cancel)).ShouldBe(0);
        (await new BlobServiceClient(other).GetBlobContainersAsync(cancellationToken: cancel).CountAsync(cancel)).ShouldBe(0);
    }
}
