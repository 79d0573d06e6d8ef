using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Desk;
using Service.SignIn;
using Service.Storage;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Desk;

public sealed class SubmissionTest(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_same_key_and_body_give_the_same_request_and_secret()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var first = await office.Desk.SubmitAsync(Appending.Submission(), "key-1", default);
        var second = await office.Desk.SubmitAsync(Appending.Submission(), "key-1", default);

        RequestIds.CanBe(first.State!.Id).ShouldBeTrue();
        second.State!.Id.ShouldBe(first.State.Id);
        second.AccessToken.ShouldBe(first.AccessToken);
        (await office.Queue.AllOpenAsync(default).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_for_another_body_is_a_conflict_and_stores_nothing()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var first = await office.Desk.SubmitAsync(Appending.Submission(), "key-1", default);
        foreach (var other in new[] { Appending.Submission("Enrollment by school"), Appending.Submission() with { AnsweredByPublished = true } })
        {
            var refused = await office.Desk.SubmitAsync(other, "key-1", default);
            refused.Refusal.ShouldNotBeNull().ShouldSatisfyAllConditions(
                refusal => refusal.Kind.ShouldBe(RefusalKind.Conflict), refusal => refusal.Code.ShouldBe("IdempotencyKeyReused"));
            refused.State.ShouldBeNull();
            refused.AccessToken.ShouldBeNull();
        }

        (await office.Desk.FindAsync(first.State!.Id, default))!.Sequence.ShouldBe(first.State.Sequence);
    }

    [Fact]
    public async Task Many_who_send_the_same_at_once_make_one_request()
    {
        var storage = await TestStorage.NewAsync(azurite);
        await using var one = await OfficeUnderTest.OpenAsync(storage);
        await using var other = await OfficeUnderTest.OpenAsync(storage.Again());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n =>
            (n % 2 == 0 ? one : other).Desk.SubmitAsync(Appending.Submission(), "key-1", default)));

        outcomes.Select(outcome => (outcome.State!.Id, outcome.AccessToken)).Distinct().ShouldHaveSingleItem();
        (await one.Queue.AllOpenAsync(default).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_key_each_submission_is_a_request_of_its_own()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        (await office.SubmitAsync()).Id.ShouldNotBe((await office.SubmitAsync()).Id);
    }

    [Fact]
    public async Task What_is_published_already_is_counted_and_not_stored()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        var outcome = await office.Desk.SubmitAsync(Appending.Submission() with { AnsweredByPublished = true }, null, default);

        outcome.Decision.Disposition.ShouldBe(Disposition.Redirect);
        (outcome.State, outcome.AccessToken, outcome.Refusal).ShouldBe((null, null, null));
        (await office.Storage.Requests.QueryAsync<Azure.Data.Tables.TableEntity>().CountAsync()).ShouldBe(0);
        (await office.Get<PublishedCounts>().OfAsync(new LocalDate(2026, 3, 2), default)).ShouldBe(1);
    }

    [Fact]
    public async Task The_secret_opens_its_own_request_only_and_outlives_a_restart()
    {
        var storage = await TestStorage.NewAsync(azurite);
        string id, secret;
        await using (var office = await OfficeUnderTest.OpenAsync(storage))
        {
            var outcome = await office.Desk.SubmitAsync(Appending.Submission(), null, default);
            (id, secret) = (outcome.State!.Id, outcome.AccessToken!);
        }

        await using var later = await OfficeUnderTest.OpenAsync(storage.Again());
        var tokens = later.Get<AccessTokens>();
        var it = (await later.Desk.FindAsync(id, default)).ShouldNotBeNull();
        (await tokens.OpensAsync(it, secret, default)).ShouldBeTrue();
        (await tokens.OpensAsync(await later.SubmitAsync(), secret, default)).ShouldBeFalse();
        (await tokens.OpensAsync(it, secret[..^1], default)).ShouldBeFalse();
        (await tokens.OpensAsync(it, "", default)).ShouldBeFalse();
        (await tokens.OpensAsync(it, null, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_secret_is_nowhere_in_storage()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var outcome = await office.Desk.SubmitAsync(Appending.Submission(), "key-1", default);
        await foreach (var row in office.Storage.Requests.QueryAsync<Azure.Data.Tables.TableEntity>())
        {
            row.Select(property => property.Value).OfType<string>().ShouldAllBe(text => !text.Contains(outcome.AccessToken!, StringComparison.Ordinal));
        }
    }
}
