using System.Net;
using Service.Tests.Api;

namespace Service.Tests.SignIn.Entra;

/// <summary>Bearer tokens of the directory at the API.</summary>
public sealed class EntraTokensTests(EntraFixture office) : IClassFixture<EntraFixture>
{
    private Task<Answer> QueueAsync(string? token) => office.Client(token).FetchAsync("/api/queue");

    [Theory]
    [InlineData("Analyst", HttpStatusCode.Forbidden)]
    [InlineData("Approver", HttpStatusCode.Forbidden)]
    [InlineData("Administrator", HttpStatusCode.OK)]
    public async Task App_roles_open_what_is_for_them(string role, HttpStatusCode calendar)
    {
        var token = office.Entra.Token(null, role);
        (await QueueAsync(token)).ShouldBe(HttpStatusCode.OK);
        (await office.Client(token).FetchAsync("/api/admin/calendar")).Status.ShouldBe(calendar);
        (await office.Client(token).FetchAsync("/api/requests/DR-0000-0000-0000")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Several_roles_add_up() =>
        (await office.Client(office.Entra.Token(null, "Analyst", "Administrator")).FetchAsync("/api/admin/policy")).ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData]
    [InlineData("Janitor")]
    [InlineData("analyst")]
    public async Task Signed_in_without_a_role_of_ours_is_403(params string[] roles)
    {
        var token = office.Entra.Token(null, roles);
        (await QueueAsync(token)).ShouldBe(HttpStatusCode.Forbidden);
        (await office.Client(token).FetchAsync("/api/requests/DR-0000-0000-0000")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_registration_may_be_named_by_its_id_or_by_its_address()
    {
        (await QueueAsync(office.Entra.Token(ticket => ticket.Audience = $"api://{LocalEntra.Client}", "Analyst"))).ShouldBe(HttpStatusCode.OK);
        // The older form of tokens, which a registration may still ask for.
        (await QueueAsync(office.Entra.Token(ticket =>
        {
            ticket.Issuer = $"https://sts.windows.net/{LocalEntra.Tenant}/";
            ticket.Claims["ver"] = "1.0";
            ticket.Claims.Remove("preferred_username");
            ticket.Claims["upn"] = "ana.lyst@district.example";
        }, "Analyst"))).ShouldBe(HttpStatusCode.OK);
    }

    private static readonly Dictionary<string, Action<LocalEntra.Ticket>> Wrong = new(StringComparer.Ordinal)
    {
        ["another audience"] = ticket => ticket.Audience = "api://another-app",
        ["another directory"] = ticket => ticket.Issuer = ticket.Issuer.Replace(LocalEntra.Tenant, "bbbbbbbb-0000-4000-8000-000000000009", StringComparison.Ordinal),
        ["another directory, older form"] = ticket => ticket.Issuer = "https://sts.windows.net/bbbbbbbb-0000-4000-8000-000000000009/",
        ["another issuer"] = ticket => ticket.Issuer = "https://login.example/",
        ["expired"] = ticket => (ticket.From, ticket.Until) = (DateTimeOffset.UtcNow.AddHours(-3), DateTimeOffset.UtcNow.AddHours(-2)),
        ["not yet valid"] = ticket => (ticket.From, ticket.Until) = (DateTimeOffset.UtcNow.AddHours(2), DateTimeOffset.UtcNow.AddHours(3)),
        ["without an end"] = ticket => ticket.Until = null,
        ["signed with another key"] = ticket => ticket.Key = LocalEntra.Key("one"),
        ["signed with an unknown key"] = ticket => ticket.Key = LocalEntra.Key("two"),
        ["not signed"] = ticket => ticket.Key = null,
        ["names nobody"] = ticket => ticket.Claims.Remove("preferred_username"),
        ["neither roles nor scope"] = ticket =>
        {
            ticket.Claims.Remove("roles");
            ticket.Claims.Remove("scp");
        },
    };

    public static TheoryData<string> WrongTokens => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task A_wrong_token_is_401(string what)
    {
        var token = office.Entra.Token(Wrong[what], "Analyst", "Approver", "Administrator");
        (await QueueAsync(token)).ShouldBe(HttpStatusCode.Unauthorized).Message.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await office.Client(token).FetchAsync("/api/requests/DR-0000-0000-0000")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a.b.c")]
    [InlineData("garbage")]
    [InlineData("..")]
    public async Task No_token_or_none_at_all_is_401(string? token) => (await QueueAsync(token)).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_changed_token_is_401()
    {
        var parts = office.Entra.Token(null, "Analyst").Split('.');
        var other = office.Entra.Token(null, "Administrator").Split('.');
        (await QueueAsync($"{parts[0]}.{other[1]}.{parts[2]}")).ShouldBe(HttpStatusCode.Unauthorized);
    }
}
