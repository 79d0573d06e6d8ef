using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Shared;

namespace Service.Tests.Api;

/// <summary>Rows without names are compared with those released to anybody before, when they are checked and when they are released (policy section 6).</summary>
public sealed class LinkedRowsByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    // Grade 5 alone is in the one band to 5 and not in the other to 4.
    private const string ToFour = "K-4 95, 5-8 85", ToFive = "K-5 100, 6-8 80";

    /// <summary>A request of its own year, so that no other test's files are about the same students.</summary>
    private static JsonObject Asking(string year) => Asked.Plain("SchoolLeader", "DeIdentifiedStudentLevel").With("requester.coversOnlyOwnStudents", true)
        .With("data.attributes", new JsonArray("attendance rate", "grade")).With("data.schoolYears", new JsonArray(year));

    private static JsonObject Deliver(string file) => new() { ["type"] = "Deliver", ["deliverableIds"] = new JsonArray(file) };

    private static JsonObject Recall(string file) => new() { ["type"] = "Recall", ["deliverableId"] = file, ["reason"] = "Wrong column" };

    private static string Rows(string groups, Func<int, string>? code = null)
    {
        var rows = groups.Split(", ").SelectMany(group => Enumerable.Repeat(group.Split(' ')[0], int.Parse(group.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
        return code is null
            ? $"Grade level,Attendance rate\n{string.Join('\n', rows.Select((grade, at) => $"{grade},0.9{at % 7}"))}\n"
            : $"Study ID,Grade level,Attendance rate\n{string.Join('\n', rows.Select((grade, at) => $"{code(at)},{grade},0.9{at % 7}"))}\n";
    }

    private static IReadOnlyList<string> Codes(Answer upload) =>
        [.. upload["check"].GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("code").GetString()!)];

    private async Task<(Case One, HttpClient Analyst, Answer File)> UploadedAsync(string year, string csv, string name)
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asking(year));
        return (one, analyst, (await analyst.UploadAsync($"{one.Path}/deliverables", name, csv)).ShouldBe(HttpStatusCode.Created));
    }

    [Fact]
    public async Task Rows_recoded_otherwise_than_ones_that_were_fetched_are_a_fix_that_names_them_even_once_those_are_recalled()
    {
        var (first, analyst) = await Case.AssignedAsync(app, Asking("2011-12"));
        var earlier = await first.DeliverAsync(analyst, "to-four.csv", Rows(ToFour));
        (await first.Requester.FetchAsync($"{first.Path}/deliverables/{earlier}")).ShouldBe(HttpStatusCode.OK);
        (await first.DoAsync(analyst, Recall(earlier))).ShouldBe(HttpStatusCode.OK);

        var (second, _, file) = await UploadedAsync("2011-12", Rows(ToFive), "to-five.csv");
        file["check"].GetProperty("verdict").GetString().ShouldBe("Fix", file.Text);
        Codes(file).ShouldBe(["EarlierRelease"]);
        var finding = file["check"].GetProperty("findings")[0];
        finding.GetProperty("where").GetString().ShouldBe($"the file, beside to-four.csv (request {first.Id})");
        finding.GetProperty("text").GetString().ShouldNotBeNull().ShouldContain("exactly 5");
        finding.GetProperty("text").GetString().ShouldNotBeNull().ShouldContain("to-four.csv, released ");
        (await second.DoAsync(analyst, Deliver(file.String("id")))).ShouldBe(HttpStatusCode.UnprocessableEntity);

        // A second person may weigh it; what was weighed does not stand in the way again.
        var overriding = new JsonObject { ["type"] = "OverrideCheck", ["deliverableId"] = file.String("id"), ["reason"] = "Seen and weighed" };
        (await second.DoAsync(await app.StaffAsync("Ap Prover", "Approver"), overriding)).ShouldBe(HttpStatusCode.OK);
        (await second.DoAsync(analyst, Deliver(file.String("id")))).ShouldBe(HttpStatusCode.OK);
        var (_, _, same) = await UploadedAsync("2012-13", Rows(ToFive), "to-five.csv");
        Codes(same).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_files_that_passed_only_one_is_released_where_together_they_single_students_out()
    {
        var (first, analyst, four) = await UploadedAsync("2013-14", Rows(ToFour), "to-four.csv");
        var (second, _, five) = await UploadedAsync("2013-14", Rows(ToFive), "to-five.csv");
        Codes(four).ShouldBeEmpty();
        Codes(five).ShouldBeEmpty();
        (await first.DoAsync(analyst, Deliver(four.String("id")))).ShouldBe(HttpStatusCode.OK);
        // Recoded like the first it may leave, and it is on record once however often it was tried.
        var (third, _, again) = await UploadedAsync("2013-14", Rows(ToFour), "again.csv");
        Codes(again).ShouldBeEmpty();
        (await third.DoAsync(analyst, Deliver(again.String("id")))).ShouldBe(HttpStatusCode.OK);
        (await third.DoAsync(analyst, Deliver(again.String("id")))).Status.ShouldNotBe(HttpStatusCode.InternalServerError);
        (await second.DoAsync(analyst, Deliver(five.String("id")))).ShouldBe(HttpStatusCode.UnprocessableEntity).String("detail").ShouldContain("exactly 5");
        (await second.StatusAsync()).ShouldBe("InProgress");
        var rows = new TableClient(app.Storage, "releasedrows").QueryAsync<TableEntity>("PartitionKey eq '2014'", cancellationToken: TestContext.Current.CancellationToken);
        var kept = new List<string>();
        await foreach (var row in rows)
        {
            kept.Add(row.RowKey);
        }

        kept.Count(key => key == $"{third.Id}.{again.String("id")}").ShouldBe(1);
    }

    [Fact]
    public async Task Files_of_one_delivery_that_tell_together_are_delivered_one_by_one_so_that_somebody_weighs_it()
    {
        var (one, analyst, four) = await UploadedAsync("2016-17", Rows(ToFour), "to-four.csv");
        var five = (await analyst.UploadAsync($"{one.Path}/deliverables", "to-five.csv", Rows(ToFive))).ShouldBe(HttpStatusCode.Created);
        Codes(five).ShouldBeEmpty();
        var both = new JsonObject { ["type"] = "Deliver", ["deliverableIds"] = new JsonArray(four.String("id"), five.String("id")) };
        (await one.DoAsync(analyst, both)).ShouldBe(HttpStatusCode.UnprocessableEntity).String("detail")
            .ShouldContain("and another file of this delivery tell on students together.");
        (await one.StatusAsync()).ShouldBe("InProgress");
    }

    [Fact]
    public async Task Rows_with_the_codes_of_an_earlier_release_can_be_joined_to_it()
    {
        var (first, analyst) = await Case.AssignedAsync(app, Asking("2014-15"));
        await first.DeliverAsync(analyst, "to-four.csv", Rows("K-4 95, 5-8 85", at => $"S{4000 + (at * 3)}"));
        var (_, _, joined) = await UploadedAsync("2014-15", Rows("K-4 95, 5-6 40, 7-8 45", at => $"S{4000 + (at * 3)}"), "finer.csv");
        Codes(joined).ShouldBe(["EarlierRelease"], joined.Text);
        joined.Text.ShouldContain("have the same code under");
        var (_, _, apart) = await UploadedAsync("2014-15", Rows("K-4 95, 5-6 40, 7-8 45", at => $"T{at * 5}"), "finer.csv");
        Codes(apart).ShouldBeEmpty(apart.Text);
        // What was recalled before anybody fetched it is known to nobody.
        var (other, _) = await Case.AssignedAsync(app, Asking("2015-16"));
        (await other.DoAsync(analyst, Recall(await other.DeliverAsync(analyst, "to-four.csv", Rows(ToFour))))).ShouldBe(HttpStatusCode.OK);
        var (_, _, unread) = await UploadedAsync("2015-16", Rows(ToFive), "to-five.csv");
        Codes(unread).ShouldBeEmpty(unread.Text);
    }

    private const string Hidden = "grade,students\n4,40\n5,*\n6,50\n7,60\n8,70\n";

    /// <summary>A request for counts about the same students.</summary>
    private async Task<(Case One, HttpClient Analyst)> CountsAsync(string year) => await Case.AssignedAsync(
        app, Asked.Plain("SchoolLeader").With("requester.coversOnlyOwnStudents", true).With("data.schoolYears", new JsonArray(year)));

    [Fact]
    public async Task Rows_that_give_away_a_count_that_a_table_hides_are_a_fix_and_so_is_the_table_where_the_rows_left_first()
    {
        var (counts, analyst) = await CountsAsync("2017-18");
        await counts.DeliverAsync(analyst, "by-grade.csv", Hidden);
        var (_, _, rows) = await UploadedAsync("2017-18", Rows("4-5 47, 6-8 180"), "rows.csv");
        Codes(rows).ShouldBe(["EarlierRelease"], rows.Text);
        var finding = rows["check"].GetProperty("findings")[0];
        finding.GetProperty("where").GetString().ShouldNotBeNull().ShouldStartWith("row 3, column \"students\" of by-grade.csv, released ");
        finding.GetProperty("text").GetString().ShouldNotBeNull().ShouldContain("is exactly 7");

        var (first, _) = await Case.AssignedAsync(app, Asking("2018-19"));
        await first.DeliverAsync(analyst, "rows.csv", Rows("4-5 47, 6-8 180"));
        var (second, _) = await CountsAsync("2018-19");
        var table = (await analyst.UploadAsync($"{second.Path}/deliverables", "by-grade.csv", Hidden)).ShouldBe(HttpStatusCode.Created);
        Codes(table).ShouldBe(["EarlierRelease"], table.Text);
        table["check"].GetProperty("findings")[0].GetProperty("text").GetString().ShouldNotBeNull().ShouldContain($"of rows.csv, released ");

        // The safe version hides one more.
        var whole = (await analyst.UploadAsync($"{second.Path}/deliverables", "whole.csv", "grade,students\n4,40\n5,7\n6,50\n7,60\n8,70\n")).ShouldBe(HttpStatusCode.Created);
        var safe = (await analyst.SendAsync($"{second.Path}/deliverables/{whole.String("id")}/suppressed", new JsonObject())).ShouldBe(HttpStatusCode.Created);
        Codes(safe).ShouldBeEmpty(safe.Text);
    }

    [Fact]
    public async Task Of_a_table_and_rows_that_passed_only_one_is_released_where_together_they_tell()
    {
        var (counts, analyst) = await CountsAsync("2019-20");
        var table = (await analyst.UploadAsync($"{counts.Path}/deliverables", "by-grade.csv", Hidden)).ShouldBe(HttpStatusCode.Created);
        var (other, _, rows) = await UploadedAsync("2019-20", Rows("4-5 47, 6-8 180"), "rows.csv");
        Codes(table).ShouldBeEmpty();
        Codes(rows).ShouldBeEmpty();
        (await counts.DoAsync(analyst, Deliver(table.String("id")))).ShouldBe(HttpStatusCode.OK);
        (await other.DoAsync(analyst, Deliver(rows.String("id")))).ShouldBe(HttpStatusCode.UnprocessableEntity).String("detail").ShouldContain("exactly 7");
        (await other.StatusAsync()).ShouldBe("InProgress");
    }
}
