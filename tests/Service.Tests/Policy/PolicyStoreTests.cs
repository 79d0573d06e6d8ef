using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Core.Routing;
using NodaTime;
using Service.Policy;
using Shared;

namespace Service.Tests.Policy;

/// <summary>The policy in force, on real storage.</summary>
public sealed class PolicyStoreTests(AzuriteFixture azurite)
{
    private static readonly Instant At = Instant.FromUtc(2026, 2, 2, 14, 0);

    private readonly BlobServiceClient blobs = new(azurite.NewStorage());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Until_somebody_changes_it_the_shipped_policy_is_in_force_and_nothing_is_written()
    {
        (await Store().CurrentAsync(Cancel)).Version.ShouldBe(1);
        PolicyFile.Read(await Store().TextAsync(Cancel)).Policy.ShouldNotBeNull().Fulfilment.Standard.ShouldBe(15);
        (await blobs.GetBlobContainersAsync(cancellationToken: Cancel).CountAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_new_file_is_in_force_at_once_and_every_version_is_kept_with_who_and_when()
    {
        var store = Store();
        await store.CurrentAsync(Cancel);

        var replaced = await store.ReplaceAsync(Standard(20), "Zoë Ministrator", At, Cancel);
        (replaced.Before!.Fulfilment.Standard, replaced.After!.Fulfilment.Standard, replaced.After.Version).ShouldBe((15, 20, 2));
        (await store.CurrentAsync(Cancel)).Fulfilment.Standard.ShouldBe(20);
        await store.ReplaceAsync(Standard(21), "Ada Ministrator", At, Cancel);

        (await Store().CurrentAsync(Cancel)).ShouldSatisfyAllConditions(policy => policy.Version.ShouldBe(3), policy => policy.Fulfilment.Standard.ShouldBe(21));
        var settings = blobs.GetBlobContainerClient("settings");
        var names = await settings.GetBlobsAsync(cancellationToken: Cancel).Select(blob => blob.Name).ToListAsync(Cancel);
        names.ShouldBe(["policy.json", "policy/1.json", "policy/2.json", "policy/3.json"]);
        var second = (await settings.GetBlobClient("policy/2.json").DownloadContentAsync(Cancel)).Value;
        PolicyFile.Read(second.Content.ToString()).Policy!.Fulfilment.Standard.ShouldBe(20);
        (Uri.UnescapeDataString(second.Details.Metadata["by"]), second.Details.Metadata["at"]).ShouldBe(("Zoë Ministrator", At.ToString()));
    }

    [Fact]
    public async Task A_bad_file_changes_nothing()
    {
        var store = Store();
        await store.ReplaceAsync(Standard(20), "Ada", At, Cancel);
        var refused = await store.ReplaceAsync(Standard(0), "Ada", At, Cancel);
        refused.Errors.ShouldHaveSingleItem().Path.ShouldBe("fulfilment.standard");
        (refused.Before, refused.After).ShouldBe((null, null));
        (await Store().CurrentAsync(Cancel)).ShouldSatisfyAllConditions(policy => policy.Version.ShouldBe(2), policy => policy.Fulfilment.Standard.ShouldBe(20));
    }

    [Fact]
    public async Task Files_put_in_force_at_the_same_time_are_versions_one_after_another()
    {
        var replaced = await Task.WhenAll(Enumerable.Range(30, 4).Select(days => Store().ReplaceAsync(Standard(days), $"Admin {days}", At, Cancel)));
        replaced.Select(one => one.After!.Version).Order().ShouldBe([2, 3, 4, 5]);
        var last = replaced.MaxBy(one => one.After!.Version)!;
        (await Store().CurrentAsync(Cancel)).Fulfilment.Standard.ShouldBe(last.After!.Fulfilment.Standard);
    }

    [Fact]
    public async Task A_policy_stored_by_an_older_version_stays_in_force_with_what_has_come_since_as_shipped()
    {
        var old = JsonNode.Parse(Standard(20))!.AsObject();
        old.Remove("narrowestRange");
        old["fulfilment"]!.AsObject().Remove("escalateAfter");
        old["offices"]!.AsObject().Remove("Superintendent");
        old["settingSinceGone"] = 7;
        var settings = blobs.GetBlobContainerClient("settings");
        await settings.CreateAsync(cancellationToken: Cancel);
        await settings.GetBlobClient("policy.json").UploadAsync(BinaryData.FromString(old.ToJsonString()), Cancel);

        var policy = await Store().CurrentAsync(Cancel);
        policy.Fulfilment.ShouldBe(PolicyStore.Shipped.Fulfilment with { Standard = 20 });
        policy.NarrowestRange.ShouldBe(PolicyStore.Shipped.NarrowestRange);
        policy.Offices[Office.Superintendent].ShouldBe(PolicyStore.Shipped.Offices[Office.Superintendent]);
        PolicyFile.Read(await Store().TextAsync(Cancel)).Errors.ShouldBeEmpty();
        (await Store().ReplaceAsync(Standard(21), "Ada", At, Cancel)).After!.Fulfilment.Standard.ShouldBe(21);
    }

    private PolicyStore Store() => new(blobs);

    private static string Standard(int days) =>
        PolicyFile.Write(PolicyStore.Shipped with { Fulfilment = PolicyStore.Shipped.Fulfilment with { Standard = days } });
}
