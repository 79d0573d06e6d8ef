using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Service.Tests.Api;

namespace Service.Tests.SignIn.Entra;

/// <summary>Signing in on the pages, redirect by redirect as a browser goes.</summary>
public sealed class EntraPagesTests(EntraFixture office) : IClassFixture<EntraFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<(Uri Entra, Dictionary<string, string> Asked, string Cookies)> LeaveAsync(string returnUrl = "/staff")
    {
        using var left = await office.Client().GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", Cancel);
        left.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = left.Headers.Location!;
        return (address, QueryHelpers.ParseQuery(address.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal), Cookies(left));
    }

    private async Task<HttpResponseMessage> ReturnAsync(string cookies, params (string Name, string Value)[] form)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/signin-oidc")
        {
            Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        message.Headers.Add("Cookie", cookies);
        return await office.Client().SendAsync(message, Cancel);
    }

    private async Task<string> SignInAsync(params string[] roles)
    {
        var (_, asked, cookies) = await LeaveAsync();
        using var back = await ReturnAsync(cookies, ("id_token", Token(asked["nonce"], roles)), ("state", asked["state"]));
        return Cookies(back);
    }

    private string Token(string nonce, params string[] roles) => office.Entra.Token(ticket => ticket.Claims["nonce"] = nonce, roles);

    private static string Cookies(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var set)
        ? string.Join("; ", set.Select(cookie => cookie.Split(';')[0]).Where(cookie => !cookie.EndsWith('=')))
        : "";

    private async Task<Answer> GetAsync(string path, string cookies)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, path);
        message.Headers.Add("Cookie", cookies);
        return await office.Client().CallAsync(message);
    }

    [Fact]
    public async Task A_stranger_is_shown_the_way_in_and_sent_to_the_directory()
    {
        (await office.Client().FetchAsync("/staff")).Text.ShouldContain("href=\"/sign-in?returnUrl=%2Fstaff\"");
        var (address, asked, _) = await LeaveAsync("/admin/sla");
        address.GetLeftPart(UriPartial.Path).ShouldBe($"{office.Entra.Instance}{LocalEntra.Tenant}/oauth2/v2.0/authorize");
        asked["client_id"].ShouldBe(LocalEntra.Client);
        asked["response_type"].ShouldBe("id_token", "nothing is asked for that would need a secret");
        asked["response_mode"].ShouldBe("form_post");
        asked["redirect_uri"].ShouldBe("https://requests.district.example/signin-oidc", "the address that people use");
        asked["scope"].Split(' ').ShouldContain("openid");
        asked["nonce"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_comes_back_is_signed_in_by_the_name_they_sign_in_with_and_sent_on()
    {
        var (_, asked, cookies) = await LeaveAsync("/admin/sla");
        using var back = await ReturnAsync(cookies, ("id_token", Token(asked["nonce"], "Analyst", "Administrator")), ("state", asked["state"]));
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        back.Headers.Location!.ToString().ShouldBe("/admin/sla");
        var staff = back.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("staff=", StringComparison.Ordinal));
        staff.ShouldContain("httponly");
        staff.ShouldContain("secure");
        staff.ShouldContain("samesite=lax");

        var page = await GetAsync("/staff", Cookies(back));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("ana.lyst@district.example");
        page.Text.ShouldContain("(Analyst, Administrator)");
        (await GetAsync("/admin/audit", Cookies(back))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Roles_count_on_the_pages_as_they_do_at_the_api()
    {
        var analyst = await SignInAsync("Analyst");
        (await GetAsync("/staff", analyst)).Status.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("/admin/calendar", analyst)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync("/staff", await SignInAsync())).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync("/staff", await SignInAsync("Janitor"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync("/api/queue", analyst)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_cookie_alone_changes_nothing_at_the_api_or_on_a_page()
    {
        var cookies = await SignInAsync("Administrator");
        var put = new HttpRequestMessage(HttpMethod.Put, "/api/admin/calendar") { Content = new StringContent("x") };
        put.Headers.Add("Cookie", cookies);
        (await office.Client().CallAsync(put)).ShouldBe(HttpStatusCode.Unauthorized);
        var post = new HttpRequestMessage(HttpMethod.Post, "/staff/sign-out") { Content = new FormUrlEncodedContent([]) };
        post.Headers.Add("Cookie", cookies);
        (await office.Client().CallAsync(post)).Status.ShouldBe(HttpStatusCode.BadRequest, "a form without its key is another site's");
    }

    [Fact]
    public async Task Signing_out_ends_the_cookie_and_offers_to_leave_the_account()
    {
        var cookies = await SignInAsync("Analyst");
        var page = await GetAsync("/staff", cookies);
        var key = Regex.Match(page.Text, "name=\"form-key\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        var post = new HttpRequestMessage(HttpMethod.Post, "/staff/sign-out")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("form-key", WebUtility.HtmlDecode(key))]),
        };
        post.Headers.Add("Cookie", $"{cookies}; {Cookies(page.Message)}");
        var left = await office.Client().CallAsync(post);
        left.Status.ShouldBe(HttpStatusCode.Redirect);
        left.Message.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("staff=;", StringComparison.Ordinal));
        (await office.Client().FetchAsync("/staff?done=signed-out")).Text.ShouldContain("/sign-out/account");

        using var account = await office.Client().GetAsync("/sign-out/account", Cancel);
        account.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        account.Headers.Location!.ToString().ShouldStartWith($"{office.Entra.Instance}{LocalEntra.Tenant}/oauth2/v2.0/logout");
    }

    [Theory]
    [InlineData("another nonce")]
    [InlineData("another audience")]
    [InlineData("no cookies")]
    [InlineData("refused")]
    public async Task What_went_wrong_on_the_way_lets_nobody_in(string what)
    {
        var (_, asked, cookies) = await LeaveAsync();
        using var back = what switch
        {
            "another nonce" => await ReturnAsync(cookies, ("id_token", Token("of-another-day", "Analyst")), ("state", asked["state"])),
            "another audience" => await ReturnAsync(cookies, ("state", asked["state"]), ("id_token", office.Entra.Token(ticket =>
            {
                ticket.Claims["nonce"] = asked["nonce"];
                ticket.Audience = $"api://{LocalEntra.Client}";
            }, "Analyst"))),
            "no cookies" => await ReturnAsync("x=y", ("id_token", Token(asked["nonce"], "Analyst")), ("state", asked["state"])),
            _ => await ReturnAsync(cookies, ("error", "access_denied"), ("error_description", "<script>"), ("state", asked["state"])),
        };
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        back.Headers.Location!.ToString().ShouldBe("/sign-in/failed");
        Cookies(back).ShouldNotContain("staff=");
        var page = await office.Client().FetchAsync("/sign-in/failed");
        page.Status.ShouldBe(HttpStatusCode.Unauthorized);
        page.Text.ShouldContain("Signing in did not work");
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site()
    {
        var (_, asked, cookies) = await LeaveAsync("//evil.example");
        using var back = await ReturnAsync(cookies, ("id_token", Token(asked["nonce"], "Analyst")), ("state", asked["state"]));
        back.Headers.Location!.ToString().ShouldBe("/staff");
    }
}
