using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shared;

namespace Service.Tests.Api;

/// <summary>A file is compared with what was released to anybody before, when it is checked and when it is released (policy section 6).</summary>
public sealed class DifferencingByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    /// <summary>A request of its own year, so that no other test's files are about the same students.</summary>
    private static JsonObject Asking(string year) => Asked.Plain().With("data.schoolYears", new JsonArray(year));

    private static JsonObject Deliver(string file) => new() { ["type"] = "Deliver", ["deliverableIds"] = new JsonArray(file) };

    private static IReadOnlyList<string> Codes(Answer upload) =>
        [.. upload["check"].GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("code").GetString()!)];

    private async Task<(Case One, HttpClient Analyst, Answer File)> UploadedAsync(string year, string csv, string name = "table.csv")
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asking(year));
        return (one, analyst, (await analyst.UploadAsync($"{one.Path}/deliverables", name, csv)).ShouldBe(HttpStatusCode.Created));
    }

    [Fact]
    public async Task A_count_that_an_earlier_release_gives_away_is_a_fix_that_names_it_and_a_second_person_may_override()
    {
        var (first, analyst) = await Case.AssignedAsync(app, Asking("2011-12"));
        var earlier = await first.DeliverAsync(analyst, "grades.csv", "grade,students\n9,107\n10,200\n");
        (await first.Requester.FetchAsync($"{first.Path}/deliverables/{earlier}")).ShouldBe(HttpStatusCode.OK);

        var (second, _, file) = await UploadedAsync("2011-12", "school,grade,students\nA,9,100\nB,9,*\nA,10,120\nB,10,80\n");
        file["check"].GetProperty("verdict").GetString().ShouldBe("Fix", file.Text);
        var finding = file["check"].GetProperty("findings")[0];
        finding.GetProperty("code").GetString().ShouldBe("EarlierRelease");
        finding.GetProperty("where").GetString().ShouldBe("row 3, column \"students\"");
        finding.GetProperty("text").GetString().ShouldNotBeNull().ShouldContain("exactly 7");
        finding.GetProperty("text").GetString().ShouldNotBeNull().ShouldContain($"grades.csv, released ");
        finding.GetProperty("text").GetString().ShouldNotBeNull().ShouldContain($"(request {first.Id})");

        (await second.DoAsync(analyst, Deliver(file.String("id")))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        var overriding = new JsonObject { ["type"] = "OverrideCheck", ["deliverableId"] = file.String("id"), ["reason"] = "Seen and weighed" };
        (await second.DoAsync(analyst, (JsonObject)overriding.DeepClone())).ShouldBe(HttpStatusCode.Forbidden);
        var approver = await app.StaffAsync("Ap Prover", "Approver");
        (await second.DoAsync(approver, (JsonObject)overriding.DeepClone())).ShouldBe(HttpStatusCode.OK);
        (await second.DoAsync(analyst, Deliver(file.String("id")))).ShouldBe(HttpStatusCode.OK);
        (await second.Requester.FetchAsync(second.Path)).Text.ShouldNotContain(first.Id);
    }

    [Fact]
    public async Task What_was_recalled_unread_is_known_to_nobody_and_what_was_fetched_stays_known()
    {
        var (first, analyst) = await Case.AssignedAsync(app, Asking("2012-13"));
        var earlier = await first.DeliverAsync(analyst, "grades.csv", "grade,students\n9,107\n10,200\n");
        var recall = new JsonObject { ["type"] = "Recall", ["deliverableId"] = earlier, ["reason"] = "Wrong column" };
        (await first.DoAsync(analyst, (JsonObject)recall.DeepClone())).ShouldBe(HttpStatusCode.OK);
        var (_, _, unread) = await UploadedAsync("2012-13", "school,grade,students\nA,9,100\nB,9,*\nA,10,120\nB,10,80\n");
        Codes(unread).ShouldBeEmpty();

        var again = await first.DeliverAsync(analyst, "grades2.csv", "grade,students\n9,107\n10,200\n");
        (await first.Requester.FetchAsync($"{first.Path}/deliverables/{again}")).ShouldBe(HttpStatusCode.OK);
        (await first.DoAsync(analyst, new() { ["type"] = "Recall", ["deliverableId"] = again, ["reason"] = "Wrong column" })).ShouldBe(HttpStatusCode.OK);
        var (_, _, fetched) = await UploadedAsync("2012-13", "school,grade,students\nA,9,100\nB,9,*\nA,10,120\nB,10,80\n");
        Codes(fetched).ShouldBe(["EarlierRelease"]);
    }

    [Fact]
    public async Task Of_two_files_that_passed_only_one_is_released_where_together_they_give_somebody_away()
    {
        var (first, analyst, grades) = await UploadedAsync("2013-14", "grade,students\n9,107\n10,200\n", "grades.csv");
        var (second, _, schools) = await UploadedAsync("2013-14", "school,grade,students\nA,9,100\nB,9,*\nA,10,120\nB,10,80\n", "schools.csv");
        Codes(grades).ShouldBeEmpty();
        Codes(schools).ShouldBeEmpty();

        (await first.DoAsync(analyst, Deliver(grades.String("id")))).ShouldBe(HttpStatusCode.OK);
        (await second.DoAsync(analyst, Deliver(schools.String("id")))).ShouldBe(HttpStatusCode.UnprocessableEntity)
            .String("detail").ShouldContain("grades.csv");
        (await second.StatusAsync()).ShouldBe("InProgress");
        Codes((await analyst.UploadAsync($"{second.Path}/deliverables", "schools.csv", "school,grade,students\nA,9,100\nB,9,*\nA,10,120\nB,10,80\n"))
            .ShouldBe(HttpStatusCode.Created)).ShouldBe(["EarlierRelease"]);
        // The same file to somebody else tells nothing new.
        var (third, _, same) = await UploadedAsync("2013-14", "grade,students\n9,107\n10,200\n", "grades.csv");
        (await third.DoAsync(analyst, Deliver(same.String("id")))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_suppressed_table_holds_beside_what_was_released_before()
    {
        var (first, analyst) = await Case.AssignedAsync(app, Asking("2014-15"));
        await first.DeliverAsync(analyst, "eleven.csv", "grade,students\n11,30\n");
        var (second, _, whole) = await UploadedAsync("2014-15", "grade,students\n9,120\n10,7\n11,30\n12,90\nTotal,247\n");
        var safe = (await analyst.SendAsync($"{second.Path}/deliverables/{whole.String("id")}/suppressed", new JsonObject())).ShouldBe(HttpStatusCode.Created);
        // Grade 11 is what would be lost least, and is known already: hiding it protects nobody.
        safe["check"].GetProperty("verdict").GetString().ShouldBe("Pass", safe.Text);
        (await second.DoAsync(analyst, Deliver(safe.String("id")))).ShouldBe(HttpStatusCode.OK);
        (await second.Requester.FetchAsync($"{second.Path}/deliverables/{safe.String("id")}")).Text.ShouldBe("grade,students\r\n9,120\r\n10,*\r\n11,30\r\n12,*\r\nTotal,247\r\n");
    }

    [Fact]
    public async Task A_block_is_overridden_by_nobody_and_a_fix_not_by_who_uploaded_it_nor_without_a_reason()
    {
        var (one, _) = await Case.AssignedAsync(app, Asking("2015-16"));
        var both = await app.StaffAsync("Bo Throles", "Analyst", "Approver");
        var blocked = (await both.UploadAsync($"{one.Path}/deliverables", "names.csv", "student name,students\n\"Rivera, Ana\",12\n\"Chen, Bo\",14\n"))
            .ShouldBe(HttpStatusCode.Created);
        blocked["check"].GetProperty("verdict").GetString().ShouldBe("Block", blocked.Text);
        var approver = await app.StaffAsync("Ap Prover", "Approver");
        JsonObject Override(Answer file, string reason) => new() { ["type"] = "OverrideCheck", ["deliverableId"] = file.String("id"), ["reason"] = reason };
        (await one.DoAsync(approver, Override(blocked, "Please"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await one.DoAsync(both, Deliver(blocked.String("id")))).ShouldBe(HttpStatusCode.UnprocessableEntity);

        var small = (await both.UploadAsync($"{one.Path}/deliverables", "small.csv", "grade,students\n9,7\n10,80\n")).ShouldBe(HttpStatusCode.Created);
        small["check"].GetProperty("verdict").GetString().ShouldBe("Fix", small.Text);
        (await one.DoAsync(both, Override(small, "My own"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await one.DoAsync(approver, Override(small, " "))).ShouldBe(HttpStatusCode.BadRequest);
        foreach (var role in (string[])["Analyst", "Administrator"])
        {
            (await one.DoAsync(await app.StaffAsync($"Only {role}", role), Override(small, "Staff, not students"))).ShouldBe(HttpStatusCode.Forbidden);
        }

        (await one.DoAsync(approver, Override(small, "Staff, not students"))).ShouldBe(HttpStatusCode.OK);
        (await one.DoAsync(approver, Override(small, "Once more"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        var fine = (await both.UploadAsync($"{one.Path}/deliverables", "fine.csv", "grade,students\n9,70\n10,80\n")).ShouldBe(HttpStatusCode.Created);
        (await one.DoAsync(approver, Override(fine, "Nothing to override"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await both.FetchAsync(one.Path)).Text.ShouldContain("Staff, not students");
        (await one.DoAsync(both, Deliver(small.String("id")))).ShouldBe(HttpStatusCode.OK);
    }
}
