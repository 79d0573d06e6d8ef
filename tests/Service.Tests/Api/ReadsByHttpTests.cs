using System.Net;
using System.Text.Json.Nodes;
using Shared;

namespace Service.Tests.Api;

/// <summary>Looks at identifiable data are on record, whoever of the staff looks and by which door (policy section 5).</summary>
public sealed class ReadsByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Who_opens_an_identifiable_request_looks_a_student_up_or_exports_a_chain_is_on_record()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain("SchoolLeader", "IdentifiableRoster")
            .With("requester.coversOnlyOwnStudents", true).With("data.attributes", new JsonArray("student id", "name")));
        var plain = await Case.SubmitAsync(app, Asked.Plain());
        var (analyst, administrator) = (await app.StaffAsync("Ana Lyst", "Analyst"), await app.StaffAsync("Ada Min", "Administrator"));

        (await analyst.FetchAsync(one.Path)).ShouldBe(HttpStatusCode.OK);
        (await analyst.FetchAsync(plain.Path)).ShouldBe(HttpStatusCode.OK);
        (await administrator.FetchAsync("/api/reports/disclosures?studentId=731777")).ShouldBe(HttpStatusCode.OK);
        (await administrator.FetchAsync($"/api/audit/chains/{one.Id}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain($"\"chain\":\"{one.Id}\",\"sequence\":1,");
        (await analyst.FetchAsync($"/api/audit/chains/{one.Id}")).ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.FetchAsync("/api/audit/chains/nothing")).ShouldBe(HttpStatusCode.NotFound);
        (await analyst.FetchAsync("/api/reports/reads")).ShouldBe(HttpStatusCode.Forbidden);

        var reads = (await administrator.FetchAsync("/api/reports/reads")).ShouldBe(HttpStatusCode.OK).Json.EnumerateArray()
            .Select(read => $"{read.GetProperty("by")} {read.GetProperty("what")} {read.GetProperty("requestId")} {read.GetProperty("studentId")}".Trim()).ToList();
        reads.ShouldContain($"Ana Lyst Request {one.Id}");
        reads.ShouldNotContain($"Ana Lyst Request {plain.Id}");
        reads.ShouldContain("Ada Min StudentLedger  731777");
        reads.ShouldContain($"Ada Min Chain {one.Id}");
        // Looking does not count as deciding: nobody's command fails because somebody looked.
        (await one.NowAsync())["version"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_records_are_sealed_by_the_clock_and_the_seals_can_be_taken_away()
    {
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        await Case.SubmitAsync(app, Asked.Plain());
        await app.AdvanceAsync("P1D");
        var before = (await analyst.FetchAsync("/api/audit/seals")).ShouldBe(HttpStatusCode.OK).Json.GetArrayLength();
        await app.AdvanceAsync("P1D");
        (await analyst.FetchAsync("/api/audit/seals")).Json.GetArrayLength().ShouldBe(before + 1);
        var export = (await analyst.FetchAsync("/api/audit/seals/export")).ShouldBe(HttpStatusCode.OK).Text;
        export.ShouldStartWith("seal 1\n");
        export.Split("\nend ").Length.ShouldBe(before + 2);
        (await analyst.FetchAsync("/api/audit/verify"))["ok"].GetBoolean().ShouldBeTrue();
    }
}
