using Microsoft.Extensions.DependencyInjection;
using Service.Storage;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Storage;

/// <summary>Requests are found by the beginnings of words, whatever became of them.</summary>
public sealed class RequestSearchTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("zora", true)]
    [InlineData("ZÓRA quest", true)]
    [InlineData("tidewater", true)]
    [InlineData("tide zora", true)]
    [InlineData("zora@tidewater.example", true)]
    [InlineData("zora harbor", false)]
    [InlineData("z", false)]
    [InlineData("", false)]
    [InlineData("'; or 1 eq 1", false)]
    public async Task Name_organization_and_address_find_a_request(string question, bool found)
    {
        var one = await Case.SubmitAsync(app, Asked.Plain().With("requester.name", "Zóra Questel").With("requester.email", "zora@tidewater.example").With("requester.organization", "Tidewater Tutors"));
        (await FindAsync(question)).Contains(one.Id).ShouldBe(found);
    }

    [Fact]
    public async Task The_number_finds_a_request_also_after_its_end()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        await one.Requester.SendAsync($"{one.Path}/withdrawal", new System.Text.Json.Nodes.JsonObject { ["reason"] = "No longer needed" });
        (await FindAsync(one.Id)).ShouldBe([one.Id]);
        (await FindAsync(one.Id[..^2].ToLowerInvariant())).ShouldContain(one.Id);
    }

    private Task<IReadOnlyList<string>> FindAsync(string question) =>
        app.Services.GetRequiredService<RequestSearch>().FindAsync(question, 50, TestContext.Current.CancellationToken);
}
