using System.Net;
using System.Text.Json.Nodes;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Authorities;

/// <summary>A subpoena from the counter to the file, by HTTP: decision with ground and limits, notice to the family, what may leave (policy section 3).</summary>
public sealed class ReviewByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_subpoena_is_approved_within_limits_the_family_is_told_and_only_what_was_approved_leaves()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain("LawEnforcement", "IdentifiableRoster").With("legalProcess", "Subpoena")
            .With("data.attributes", new JsonArray("attendance rate", "grade level")));
        var approver = await app.StaffAsync("Ap Prover", "Approver");
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        (await one.DoAsync(approver, new() { ["type"] = "Approve", ["ground"] = "Whim" })).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["ground"]);
        (await one.DoAsync(approver, new()
        {
            ["type"] = "Approve", ["ground"] = "Subpoena", ["conditions"] = "For this case only", ["approvedInformation"] = new JsonArray("attendance rate"),
        })).ShouldBe(HttpStatusCode.OK);
        (await one.DoAsync(analyst, new() { ["type"] = "Assign", ["assignee"] = "Ana Lyst" })).ShouldBe(HttpStatusCode.OK);

        var beyond = (await analyst.UploadAsync($"{one.Path}/deliverables", "two.csv", "Student ID,Attendance rate,Grade level\n482915,0.91,9\n")).ShouldBe(HttpStatusCode.Created);
        beyond["check"].GetProperty("verdict").GetString().ShouldBe("Block");
        beyond["check"].GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("BeyondApproval");
        var file = (await analyst.UploadAsync($"{one.Path}/deliverables", "one.csv", "Student ID,Attendance rate\n482915,0.91\n")).ShouldBe(HttpStatusCode.Created);
        file["check"].GetProperty("verdict").GetString().ShouldBe("Pass", file.Text);
        JsonObject Deliver() => new() { ["type"] = "Deliver", ["deliverableIds"] = new JsonArray(file.String("id")) };
        (await one.DoAsync(analyst, Deliver())).ShouldBe(HttpStatusCode.UnprocessableEntity).String("code").ShouldBe("FamilyNoticeFirst");

        (await one.DoAsync(analyst, new() { ["type"] = "NotifyFamily", ["sentOn"] = "2026-03-02", ["how"] = "By letter" })).ShouldBe(HttpStatusCode.OK);
        (await one.DoAsync(analyst, Deliver())).ShouldBe(HttpStatusCode.UnprocessableEntity);
        await app.SetClockAsync("2026-03-16T17:30:00-04:00");
        (await one.DoAsync(analyst, Deliver())).ShouldBe(HttpStatusCode.OK);
        (await one.StatusAsync()).ShouldBe("Delivered");
    }
}
