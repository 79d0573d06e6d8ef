using Core.Agreements;
using Core.Routing;
using NodaTime;
using Service.Storage;
using Shared;

namespace Service.Tests.Storage;

public sealed class NdaRegisterTest(AzuriteFixture azurite)
{
    private static readonly Requester Rita = new() { Name = "Rita Quester", Email = "Rita@Example.org ", Organization = "Harbor  Tutors", Kind = RequesterKind.CommunityPartner };

    [Fact]
    public async Task The_agreement_that_holds_longest_is_found_until_its_last_day()
    {
        var register = new NdaRegister((await TestStorage.NewAsync(azurite)).Tables);
        var (first, second) = (
            new CurrentNda("nda-1", "DR-0000-0000-0001", new LocalDate(2026, 6, 30)), new CurrentNda("nda-2", "DR-0000-0000-0002", new LocalDate(2027, 6, 30)));
        await register.EnterAsync(Rita, second, default);
        await register.EnterAsync(Rita, first, default);
        await register.EnterAsync(Rita, first, default);

        (await register.CurrentAsync(Rita, new(2026, 3, 2), default)).ShouldBe(second);
        (await register.CurrentAsync(Rita, new(2027, 6, 30), default)).ShouldBe(second);
        (await register.CurrentAsync(Rita, new(2027, 7, 1), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Spelling_of_address_and_organization_does_not_matter_but_the_organization_does()
    {
        var register = new NdaRegister((await TestStorage.NewAsync(azurite)).Tables);
        await register.EnterAsync(Rita, new("nda-1", "DR-0000-0000-0001", new LocalDate(2026, 6, 30)), default);

        (await register.CurrentAsync(Rita with { Email = "rita@example.org", Organization = "harbor tutors" }, new(2026, 3, 2), default)).ShouldNotBeNull();
        (await register.CurrentAsync(Rita with { Organization = "Other Tutors" }, new(2026, 3, 2), default)).ShouldBeNull();
    }
}
