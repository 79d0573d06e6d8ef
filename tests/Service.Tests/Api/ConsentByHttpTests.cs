using System.Net;
using System.Text.Json.Nodes;
using Shared;

namespace Service.Tests.Api;

/// <summary>Family consent, a student each, from the list that is handed in to the download (policy section 6; 34 CFR 99.30).</summary>
public sealed class ConsentByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Roster = "Student ID,Name\n1000001,Grace Rivera\n1000002,Minh Tran\n";

    [Fact]
    public async Task A_student_without_consent_blocks_the_roster_and_one_whose_consent_ends_stops_the_download()
    {
        var (one, analyst) = await OpenAsync("Student ID,Valid until\n1000001,2027-06-30\n");
        var blocked = (await analyst.UploadAsync($"{one.Path}/deliverables", "roster.csv", Roster)).ShouldBe(HttpStatusCode.Created);
        blocked["check"].GetProperty("verdict").GetString().ShouldBe("Block");
        var finding = blocked["check"].GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "NoConsent");
        finding.GetProperty("where").GetString().ShouldBe("row 3");
        finding.GetProperty("text").GetString()!.ShouldContain("1 of 2 students");

        // The families are asked again, and a new list comes.
        (await one.DoAsync(analyst, new() { ["type"] = "RejectDocument", ["kind"] = "FamilyConsent", ["reason"] = "One family is missing." })).ShouldBe(HttpStatusCode.OK);
        var ends = DateTimeOffset.Parse((await app.Client.FetchAsync("/dev/clock")).String("now")).AddDays(20).ToString("yyyy-MM-dd");
        await HandInAsync(one, analyst, $"Student ID,Valid until\n1000001,2099-06-30\n1000002,{ends}\n");
        var file = await one.DeliverAsync(analyst, "roster.csv", Roster);
        (await one.FetchAsync(file, await one.CodeAsync(file, "Harbo@example.org"))).ShouldBe(HttpStatusCode.OK);

        await app.AdvanceAsync("P22D");
        var late = await one.FetchAsync(file, null);
        late.ShouldBe(HttpStatusCode.Gone).Text.ShouldContain("consent");
    }

    [Fact]
    public async Task An_exception_that_an_approver_records_lets_the_rows_without_consent_leave()
    {
        var (one, analyst) = await OpenAsync("Student ID\n1000001\n", "River Tutors");
        (await analyst.UploadAsync($"{one.Path}/deliverables", "roster.csv", Roster))["check"].GetProperty("verdict").GetString().ShouldBe("Block");
        var exception = new JsonObject { ["type"] = "ExceptConsent", ["ground"] = "Audit", ["reason"] = "The state's program review." };
        (await one.DoAsync(analyst, (JsonObject)exception.DeepClone())).ShouldBe(HttpStatusCode.Forbidden);
        (await one.DoAsync(await app.StaffAsync("Ap Prover", "Approver"), exception)).ShouldBe(HttpStatusCode.OK);
        await one.DeliverAsync(analyst, "roster.csv", Roster);

        var ledger = (await (await app.StaffAsync("Ad Min", "Administrator")).FetchAsync("/api/reports/disclosures")).ShouldBe(HttpStatusCode.OK);
        ledger.Text.ShouldContain("99.35");
    }

    private async Task<(Case One, HttpClient Analyst)> OpenAsync(string list, string organization = "Harbor Tutors")
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain("CommunityPartner", "IdentifiableRoster")
            .With("requester.organization", organization).With("requester.email", $"{organization[..5]}@example.org").With("requester.partnerRegistration", new JsonObject { ["complete"] = true }));
        await HandInAsync(one, analyst, list);
        (await one.Requester.SendAsync($"{one.Path}/nda-signature", new JsonObject { ["fullName"] = "Rita Quester", ["title"] = "Director", ["agreed"] = true }))
            .ShouldBe(HttpStatusCode.OK);
        (await one.DoAsync(analyst, new() { ["type"] = "CountersignNda", ["endsOn"] = "2099-06-30" })).ShouldBe(HttpStatusCode.OK);
        return (one, analyst);
    }

    private static async Task HandInAsync(Case one, HttpClient analyst, string list)
    {
        (await one.Requester.UploadAsync($"{one.Path}/documents", "consent.csv", list, "FamilyConsent")).ShouldBe(HttpStatusCode.OK);
        (await one.DoAsync(analyst, new() { ["type"] = "AcceptDocument", ["kind"] = "FamilyConsent" })).ShouldBe(HttpStatusCode.OK);
    }
}
