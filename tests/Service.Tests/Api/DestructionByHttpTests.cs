using System.Net;
using System.Text.Json.Nodes;
using Shared;

namespace Service.Tests.Api;

/// <summary>A receiver who does not attest the destruction of data: asked, chased, held up, and free again at once.</summary>
public sealed class DestructionByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task While_it_is_overdue_the_receiver_and_their_organization_are_refused_and_free_again_at_once()
    {
        var administrator = await app.StaffAsync("Ada Min", "Administrator");
        var one = await DeliveredAsync("pat@tutors.example", "Harbor Tutors, Inc.");
        var other = await DeliveredAsync("kim@mentors.example", "Lantern Mentors");
        await app.AdvanceAsync("P40D");
        (await TriageAsync("pat@tutors.example", null)).ShouldBe("Accept");
        (await ListedAsync(administrator, one.Id)).ShouldBe("Due");

        await app.AdvanceAsync("P21D");
        (await ListedAsync(administrator, one.Id)).ShouldBe("Overdue");
        // By person, by organization however it is written, and not somebody else.
        (await TriageAsync(" PAT+x@tutors.example", null)).ShouldBe("Refuse");
        (await TriageAsync("lee@tutors.example", "the harbor tutors")).ShouldBe("Refuse");
        (await TriageAsync("lee@tutors.example", "Harbor Mentors")).ShouldBe("Accept");
        var refused = await Case.SubmitAsync(app, Plain("pat@tutors.example", null));
        refused.Submitted.String("status").ShouldBe("Refused");
        var decision = refused.Submitted["decision"];
        decision.GetProperty("reasons")[0].GetProperty("code").GetString().ShouldBe("DestructionOverdue");
        decision.GetProperty("reasons")[0].GetProperty("text").GetString()!.ShouldContain($"{one.Id} is overdue since");
        decision.GetProperty("alternative").GetString()!.ShouldContain("Attest the destruction");
        await MustBeToldAsync(one);
        var line = await LineAsync(administrator, one.Id, "Overdue");
        line.GetProperty("refusedRequests").GetString().ShouldBe(refused.Id);
        line.GetProperty("chased").GetInt32().ShouldBeGreaterThan(1);
        line.GetProperty("lastChasedAt").GetString().ShouldNotBeNullOrEmpty();

        (await one.Requester.SendAsync($"{one.Path}/destruction-attestation", new JsonObject { ["fullName"] = "Pat Partner", ["method"] = "Wiped" })).ShouldBe(HttpStatusCode.OK);
        (await TriageAsync("pat@tutors.example", "Harbor Tutors")).ShouldBe("Accept");

        (await TriageAsync("kim@mentors.example", null)).ShouldBe("Refuse");
        (await other.DoAsync(await app.StaffAsync("Ana Lyst", "Analyst"), Exempt())).ShouldBe(HttpStatusCode.Forbidden);
        (await other.DoAsync(administrator, new() { ["type"] = "RemindDestruction" })).ShouldBe(HttpStatusCode.OK);
        (await other.DoAsync(administrator, Exempt())).ShouldBe(HttpStatusCode.OK);
        (await TriageAsync("kim@mentors.example", null)).ShouldBe("Accept");
        await app.AdvanceAsync("PT1M");
        (await ListedAsync(administrator, one.Id)).ShouldBeNull();
        (await ListedAsync(administrator, other.Id)).ShouldBeNull();

        var settled = await LineAsync(administrator, one.Id, "Settled");
        settled.GetProperty("standing").GetString().ShouldBe("Attested");
        settled.GetProperty("settledHow").GetString().ShouldBe("Pat Partner: Wiped");
        (await LineAsync(administrator, other.Id, "All")).GetProperty("settledHow").GetString().ShouldBe("The partner was dissolved.");
        (await administrator.FetchAsync("/api/reports/destructions?show=Nothing")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["show"]);
        var csv = (await administrator.GetAsync("/api/reports/destructions?show=Settled", "text/csv")).Text;
        csv.ShouldStartWith("requestId,standing,receiver,");
        csv.ShouldContain("Lantern Mentors");

        static JsonObject Exempt() => new() { ["type"] = "ExemptDestruction", ["reason"] = "The partner was dissolved." };
    }

    private async Task<Case> DeliveredAsync(string email, string organization)
    {
        var body = Asked.Plain("CommunityPartner", "DeIdentifiedStudentLevel").With("requester.email", email).With("requester.organization", organization)
            .With("requester.partnerRegistration", new JsonObject { ["complete"] = true }).With("data.attributes", new JsonArray("attendance rate"));
        var (one, analyst) = await Case.AssignedAsync(app, body);
        foreach (var document in (await one.NowAsync())["documents"].EnumerateArray().Select(item => item.GetProperty("kind").GetString()!))
        {
            await one.Requester.UploadAsync($"{one.Path}/documents", "paper.pdf", "x", document);
            (await one.DoAsync(analyst, new() { ["type"] = "AcceptDocument", ["kind"] = document })).ShouldBe(HttpStatusCode.OK);
        }

        (await one.Requester.SendAsync($"{one.Path}/nda-signature", new JsonObject { ["fullName"] = "Pat", ["title"] = "Director", ["agreed"] = true })).ShouldBe(HttpStatusCode.OK);
        var ends = (await app.Client.FetchAsync("/dev/clock")).String("now")[..10];
        (await one.DoAsync(analyst, new() { ["type"] = "CountersignNda", ["endsOn"] = DateOnly.Parse(ends).AddDays(35).ToString("yyyy-MM-dd") })).ShouldBe(HttpStatusCode.OK);
        await one.DeliverAsync(analyst, "rates.csv", $"attendance rate\n{string.Concat(Enumerable.Repeat("93.1\n", 20))}");
        return one;
    }

    private async Task<string> TriageAsync(string email, string? organization) =>
        (await app.Client.SendAsync("/api/triage", Plain(email, organization))).ShouldBe(HttpStatusCode.OK).String("disposition");

    private static JsonObject Plain(string email, string? organization) =>
        Asked.Plain().With("requester.email", email.Trim()).With("requester.organization", organization);

    /// <summary>The administrators are, as soon as the mail that goes out in the background has left.</summary>
    private async Task MustBeToldAsync(Case one)
    {
        for (var until = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            var sent = (await app.MailboxAsync("data-administrators@harborcity.example")).Where(mail => mail.GetProperty("requestId").GetString() == one.Id)
                .Select(mail => mail.GetProperty("template").GetString()).ToList();
            if (sent.Contains("DestructionEscalation"))
            {
                return;
            }

            DateTime.UtcNow.ShouldBeLessThan(until, $"told only: {string.Join(", ", sent)}\n{(await one.NowAsync())["timeline"]}");
        }
    }

    private static async Task<System.Text.Json.JsonElement> LineAsync(HttpClient administrator, string id, string show) =>
        (await administrator.FetchAsync($"/api/reports/destructions?show={show}")).ShouldBe(HttpStatusCode.OK).Json.EnumerateArray()
            .Single(one => one.GetProperty("requestId").GetString() == id);

    private static async Task<string?> ListedAsync(HttpClient administrator, string id) =>
        (await administrator.FetchAsync("/api/reports/destructions")).ShouldBe(HttpStatusCode.OK).Json.EnumerateArray()
            .Where(one => one.GetProperty("requestId").GetString() == id).Select(one => one.GetProperty("standing").GetString()).FirstOrDefault();
}
