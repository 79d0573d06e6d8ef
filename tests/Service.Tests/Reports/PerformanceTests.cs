using System.Net;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Reports;

/// <summary>Reports of promptness, workload and forecast, as JSON, CSV and pages, from requests that were really worked on.</summary>
public sealed class PerformanceTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task What_was_delivered_late_and_what_was_extended_are_told_apart_and_waiting_is_named()
    {
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var (prompt, _) = await Case.AssignedAsync(app, Asked.Plain());
        var (asked, _) = await Case.AssignedAsync(app, Asked.Plain());
        var (extended, _) = await Case.AssignedAsync(app, Asked.Plain());
        await prompt.DeliverAsync(analyst, "ferry.csv", "ferry riders\n40\n");
        (await asked.DoAsync(analyst, new() { ["type"] = "AskClarification", ["question"] = "Which grades?" })).ShouldBe(HttpStatusCode.OK);
        (await extended.DoAsync(analyst, new() { ["type"] = "Extend", ["businessDays"] = 10, ["reason"] = "Five years of data" })).ShouldBe(HttpStatusCode.OK);
        await app.AdvanceAsync("P3D");
        (await asked.Requester.SendAsync($"{asked.Path}/answers", new System.Text.Json.Nodes.JsonObject { ["text"] = "All of them." })).ShouldBe(HttpStatusCode.OK);
        await asked.DeliverAsync(analyst, "ferry.csv", "ferry riders\n40\n");
        await app.AdvanceAsync("P25D");
        await extended.DeliverAsync(analyst, "ferry.csv", "ferry riders\n40\n");

        var line = (await analyst.FetchAsync("/api/reports/promptness?by=Kind")).ShouldBe(HttpStatusCode.OK).Json[0];
        line.GetProperty("group").GetString().ShouldBe("Public");
        line.GetProperty("delivered").GetInt32().ShouldBe(3);
        line.GetProperty("onTimeOriginal").GetInt32().ShouldBe(2);
        line.GetProperty("onTime").GetInt32().ShouldBe(3);
        line.GetProperty("medianBusinessDays").GetDouble().ShouldBe(0);
        line.GetProperty("percentile90BusinessDays").GetDouble().ShouldBe(19);
        line.GetProperty("waitedForAnswer").GetDouble().ShouldBe(0.67);

        (await analyst.FetchAsync("/api/reports/promptness?by=Month")).Json.EnumerateArray()
            .Sum(month => month.GetProperty("group").GetString()!.StartsWith("2026-0", StringComparison.Ordinal) ? month.GetProperty("delivered").GetInt32() : 0).ShouldBe(3);
        (await analyst.FetchAsync("/api/reports/promptness?from=2025-01-01&to=2025-12-31")).Json.GetArrayLength().ShouldBe(0);
        var csv = await analyst.GetAsync("/api/reports/promptness", "text/csv");
        csv.Text.ShouldStartWith("group,delivered,onTimeOriginal,onTime,");
        csv.Text.ShouldContain("DataAndAccountability,3,2,3,");
        (await analyst.FetchAsync("/api/reports/workload")).Json.EnumerateArray().Single(one => one.GetProperty("analyst").GetString() == "Ana Lyst")
            .GetProperty("delivered").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task The_forecast_lists_what_is_due_and_does_not_count_what_waits_for_a_requester()
    {
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var (due, _) = await Case.AssignedAsync(app, Asked.Plain());
        var (waits, _) = await Case.AssignedAsync(app, Asked.Plain());
        await app.AdvanceAsync("P14D");
        (await waits.DoAsync(analyst, new() { ["type"] = "AskClarification", ["question"] = "Which grades?" })).ShouldBe(HttpStatusCode.OK);

        var days = (await analyst.FetchAsync("/api/reports/forecast")).ShouldBe(HttpStatusCode.OK).Json.EnumerateArray().ToList();
        days.Count.ShouldBe(10);
        var listed = days.SelectMany(day => day.GetProperty("requests").EnumerateArray()).Select(one => one.GetProperty("id").GetString()).ToList();
        listed.ShouldContain(due.Id);
        listed.ShouldNotContain(waits.Id);
        (await analyst.GetAsync("/api/reports/forecast", "text/csv")).Text.ShouldContain($",{due.Id},");
    }

    [Theory]
    [InlineData("promptness?by=Colour", "by")]
    [InlineData("promptness?from=yesterday", "from")]
    [InlineData("workload?from=2026-05-01&to=2026-01-01", "from")]
    public async Task What_is_wrong_with_a_question_is_named(string query, string field) =>
        (await (await app.StaffAsync("Ana Lyst", "Analyst")).FetchAsync($"/api/reports/{query}")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe([field]);

    [Theory]
    [InlineData("promptness")]
    [InlineData("workload")]
    [InlineData("forecast")]
    public async Task Nobody_reads_them_without_signing_in(string report) =>
        (await app.Client.FetchAsync($"/api/reports/{report}")).ShouldBe(HttpStatusCode.Unauthorized);
}
