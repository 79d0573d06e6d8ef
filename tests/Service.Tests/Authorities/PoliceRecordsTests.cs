using System.Net;
using System.Text.Json.Nodes;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Authorities;

/// <summary>LTR-2018, FERPA §99.8: incident reports of the school police are kept apart from education records, through the whole system.</summary>
public sealed class PoliceRecordsTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Reports = "Student ID,Incident report number\n482915,4711\n";

    [Fact]
    public async Task They_do_not_leave_with_education_records_and_leave_law_enforcement_files_of_their_own()
    {
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var approver = await app.StaffAsync("Ap Prover", "Approver");

        var education = await Case.SubmitAsync(app, Asked.Plain("CentralOffice", "IdentifiableRoster").With("data.attributes", new JsonArray("attendance rate"))
            .With("purpose", "Legitimate educational interest: outreach to students who miss school"));
        (await education.DoAsync(analyst, new() { ["type"] = "Assign", ["assignee"] = "Ana Lyst" })).ShouldBe(HttpStatusCode.OK);
        await ShouldBlockAsync(education, Reports);

        var police = await Case.SubmitAsync(app, Asked.Plain("LawEnforcement", "IdentifiableRoster").With("data.attributes", new JsonArray("police incident report"))
            .With("data.scope", "Incident reports of the school police in March"));
        (await analyst.FetchAsync(police.Path)).ShouldBe(HttpStatusCode.OK).String("office").ShouldBe("Superintendent");
        (await police.DoAsync(approver, new() { ["type"] = "Approve", ["ground"] = "SchoolPoliceRecord" })).ShouldBe(HttpStatusCode.OK);
        (await police.DoAsync(analyst, new() { ["type"] = "Assign", ["assignee"] = "Ana Lyst" })).ShouldBe(HttpStatusCode.OK);
        await ShouldBlockAsync(police, "Student ID,Incident report number,Attendance rate\n482915,4711,0.91\n");
        var alone = (await analyst.UploadAsync($"{police.Path}/deliverables", "reports.csv", Reports)).ShouldBe(HttpStatusCode.Created);
        alone["check"].GetProperty("verdict").GetString().ShouldBe("Pass", alone.Text);

        async Task ShouldBlockAsync(Case one, string csv)
        {
            var file = (await analyst.UploadAsync($"{one.Path}/deliverables", "reports.csv", csv)).ShouldBe(HttpStatusCode.Created);
            file["check"].GetProperty("verdict").GetString().ShouldBe("Block", file.Text);
            file["check"].GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).ShouldContain("PoliceRecord");
        }
    }
}
