using System.Text;
using Core.Requests;
using Service.Audit;
using Service.Deliverables;
using Service.Documents;
using Service.Storage;
using Service.Tests.Desk;
using Shared;

namespace Service.Tests.Deliverables;

/// <summary>Bytes that an upload left which was cut off: found and deleted, and nothing else with them.</summary>
public sealed class OrphanedFilesTests(AzuriteFixture azurite)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_no_request_knows_is_deleted_and_what_one_knows_is_kept()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var id = (await office.SubmitAsync()).Id;
        await office.DoAsync(id, new RequestCommand.Assign("Ana Lyst"));
        var (files, documents, deliverables) = (office.Get<FileStore>(), office.Get<DocumentDesk>(), office.Get<DeliverableDesk>());
        var document = (await documents.KeepAsync(id, Bytes("a paper"), cancel))!;
        (await documents.HandInAsync(id, document, DocumentKind.Other, "paper.pdf", cancel)).Refusal.ShouldBeNull();
        var file = (await deliverables.KeepAsync(id, Bytes("attendance rate\n93.1\n94.2\n"), cancel))!;
        var state = (await office.Desk.FindAsync(id, cancel))!;
        (await deliverables.AddAsync(state, file, "rates.csv", (Actor.Staff)OfficeUnderTest.Ana, cancel)).Outcome.Refusal.ShouldBeNull();
        var checking = (await deliverables.KeepAsync(id, Bytes("attendance rate\n95.3\n"), cancel))!;
        await office.DoAsync(id, new RequestCommand.QuarantineFile(checking.Id, "later.csv", 10));

        // Cut off between storing and recording: one of each, and one for a request that was never made.
        await documents.KeepAsync(id, Bytes("cut off"), cancel);
        await deliverables.KeepAsync(id, Bytes("cut off"), cancel);
        await files.SaveDocumentAsync("DR-0000-0000-0009", "nothing", Bytes("cut off"), cancel);

        var orphans = office.Get<OrphanedFiles>();
        (await orphans.RemoveAsync(cancel)).ShouldBe(0, "they are young: an upload may be going on");
        (await orphans.RemoveAsync(TimeSpan.FromMinutes(-1), cancel)).ShouldBe(3);
        (await orphans.RemoveAsync(TimeSpan.FromMinutes(-1), cancel)).ShouldBe(0);
        // Each is named in the audit log, once.
        var chain = await office.Get<ChainLog>().ChainsAsync(cancel).SingleAsync(one => one.StartsWith(RemovalTrail.Prefix, StringComparison.Ordinal), cancel);
        var named = await office.Get<ChainLog>().ReadAsync(chain, 1, int.MaxValue, cancel).ToListAsync(cancel);
        named.Count.ShouldBe(3);
        named.ShouldContain(entry => entry.Payload.Contains("DR-0000-0000-0009/nothing", StringComparison.Ordinal));
        (await NamesAsync(files, FileStore.Uploads)).ShouldBe([$"{id}/{document.Id}"]);
        (await NamesAsync(files, FileStore.Deliverables)).ShouldBe([$"{id}/{file.Id}", $"{id}/{checking.Id}"], ignoreOrder: true);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(FileStore files, string container) =>
        await files.AllAsync(container, cancel).Select(blob => blob.Name).ToListAsync(cancel);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
