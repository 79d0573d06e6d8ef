using System.Net;
using System.Text.Json.Nodes;
using Service.Tests.Api;
using Shared;

namespace Service.Tests.Authorities;

/// <summary>Policy section 3, rules 2 and 3: an authority's visit to a school is written down without an account, and goes to the office that decides.</summary>
public sealed class CounterTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static readonly (string, string)[] Visit =
    [
        ("step", "Send"), ("go", "next"), ("key", "0123456789abcdef0123456789abcdef"), ("authority", "MunicipalPolice"), ("agency", "Harbor City Police"), ("officer", "Kim Badge"),
        ("badge", "4711"), ("process", "Subpoena"), ("papers", "Copied"), ("scope", "The attendance record of one student"), ("about", "one"), ("studentIds", "482915"),
        ("school", "Harbor High"), ("name", "Sam Counter"), ("email", "sam.counter@harborcity.example"),
    ];

    [Theory]
    [InlineData("Subpoena", "", "LegalAdvisor", false)]
    [InlineData("Warrant", "", "LegalAdvisor", false)]
    [InlineData("", "HealthOrSafetyEmergency", "LegalAdvisor", true)]
    [InlineData("", "", "Superintendent", false)]
    public async Task A_visit_becomes_a_request_under_review_by_the_office_of_the_rule(string process, string claimed, string office, bool expedited)
    {
        using var browser = new Browser(app.Address);
        await browser.OpenAsync("/counter");
        var page = await browser.SendAsync("/counter", With(("key", Guid.NewGuid().ToString("N")), ("process", process), ("claimed", claimed)));
        page.ShouldContain("The visit is on record");
        var id = page.Split("office-id\">")[1].Split('<')[0];

        var approver = await app.StaffAsync("Ap Prover", "Approver");
        var request = (await approver.FetchAsync($"/api/requests/{id}")).ShouldBe(HttpStatusCode.OK);
        request.String("status").ShouldBe("AwaitingApproval");
        request.String("office").ShouldBe(office);
        request["decision"].GetProperty("expedited").GetBoolean().ShouldBe(expedited);
        var mail = (await app.MailboxAsync("sam.counter@harborcity.example"))[0];
        mail.GetProperty("template").GetString().ShouldBe("VisitRecorded");
        mail.GetProperty("text").GetString()!.ShouldContain("I cannot give out anything about a student myself");
        mail.GetProperty("text").GetString()!.ShouldNotContain("token=");
        mail.GetProperty("text").GetString()!.ShouldNotContain("482915");
    }

    [Fact]
    public async Task Sent_twice_it_is_one_visit_and_the_papers_go_to_it()
    {
        using var browser = new Browser(app.Address);
        await browser.OpenAsync("/counter");
        var first = (await browser.SendAsync("/counter", Visit)).Split("office-id\">")[1].Split('<')[0];
        await browser.OpenAsync("/counter");
        (await browser.SendAsync("/counter", Visit)).ShouldContain(first);
        (await browser.UploadAsync("/counter/papers", "subpoena.txt", "Subpoena in the matter of somebody")).ShouldContain("Handed in: subpoena.txt");
        (await browser.UploadAsync("/counter/papers", "subpoena.txt", "He is undocumented")).ShouldContain("immigration or citizenship status");
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("scope", "The immigration status of one student", "does not write it down")]
    [InlineData("purpose", "He may be undocumented", "does not write it down")]
    [InlineData("school", "Harbor High, undocumented students", "neither collects nor keeps")]
    [InlineData("name", "", "Enter your name")]
    [InlineData("email", "nobody", "e-mail address")]
    [InlineData("officer", "", "Enter the officer's name")]
    [InlineData("authority", "", "Choose who is there")]
    public async Task What_is_missing_or_must_not_be_written_down_is_said_at_its_field(string field, string text, string said)
    {
        using var browser = new Browser(app.Address);
        await browser.OpenAsync("/counter");
        (await browser.SendAsync("/counter", With((field, text)))).ShouldContain(said);
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.Page.ShouldContain("id=\"problems\"");
    }

    [Fact]
    public async Task A_characterisation_is_asked_about_and_what_was_typed_stays()
    {
        using var browser = new Browser(app.Address);
        await browser.OpenAsync("/counter");
        var page = await browser.SendAsync("/counter", With(("key", Guid.NewGuid().ToString("N")), ("scope", "A list of gang members")));
        page.ShouldContain("Please look at your words again");
        page.ShouldContain("A list of gang members");
        var value = page.Split("name=\"confirmedWording\" value=\"")[1].Split('"')[0];
        (await browser.SendAsync("/counter", [.. With(("key", Guid.NewGuid().ToString("N")), ("scope", "A list of gang members")), ("confirmedWording", value)]))
            .ShouldContain("The visit is on record");
    }

    [Fact]
    public async Task Without_its_ticket_nobody_sees_a_visit()
    {
        using var browser = new Browser(app.Address);
        (await browser.OpenAsync("/counter/recorded")).ShouldContain("Who is there?");
    }

    [Fact]
    public async Task The_api_takes_a_visit_from_law_enforcement_only()
    {
        var visit = new JsonObject
        {
            ["authority"] = "ImmigrationOfficials", ["school"] = "Harbor High", ["recordedBy"] = new JsonObject { ["name"] = "Sam Counter", ["email"] = "sam@harborcity.example" },
        };
        (await app.Client.SendAsync("/api/requests", Asked.Plain().With("visit", visit.DeepClone()))).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["visit"]);
        (await app.Client.SendAsync("/api/requests", Asked.Plain("LawEnforcement").With("visit", visit.DeepClone()))).ShouldBe(HttpStatusCode.Created);
        visit["school"] = "undocumented";
        (await app.Client.SendAsync("/api/requests", Asked.Plain("LawEnforcement").With("visit", visit))).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["visit.school"]);
    }

    private static (string, string)[] With(params (string Name, string Value)[] changes) =>
        [.. Visit.Where(field => !changes.Any(change => change.Name == field.Item1)), .. changes];
}
