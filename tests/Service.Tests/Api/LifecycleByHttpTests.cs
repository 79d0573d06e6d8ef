using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Core.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Service.Audit;
using Service.Deliverables;
using Service.Deliverables.Comparison;
using Service.Desk;
using Service.Disclosures;
using Service.Files;
using Service.Storage;
using Shared;

namespace Service.Tests.Api;

/// <summary>Whole requests, from submission to their end, as clients live through them.</summary>
public sealed class LifecycleByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_partner_answers_pays_signs_hands_in_receives_and_the_link_ends()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain("CommunityPartner")
            .With("requester.organization", "Harbor Reading Club")
            .With("requester.partnerRegistration", new JsonObject { ["complete"] = true, ["hasAgreements"] = false }));
        var decision = one.Submitted["decision"];
        decision.GetProperty("disposition").GetString().ShouldBe("Accept");
        decision.GetProperty("requirements").EnumerateArray().Select(item => item.GetString()).ShouldContain("Nda");
        decision.GetProperty("reasons").EnumerateArray().ShouldAllBe(reason => reason.GetProperty("source").GetString() != "");

        // Asked, answered
        (await one.DoAsync(analyst, new() { ["type"] = "AskClarification", ["question"] = "Which year?" })).String("status").ShouldBe("AwaitingClarification");
        var asked = await one.NowAsync();
        asked.String("waitingOn").ShouldBe("Requester");
        asked["questions"][0].GetProperty("question").GetString().ShouldBe("Which year?");
        asked["questions"][0].GetProperty("answer").ValueKind.ShouldBe(JsonValueKind.Null);
        (await one.Requester.SendAsync($"{one.Path}/answers", new JsonObject { ["text"] = "" })).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["text"]);
        (await one.Requester.SendAsync($"{one.Path}/answers", new JsonObject { ["text"] = "The last one." })).ShouldBe(HttpStatusCode.OK);
        (await one.Requester.SendAsync($"{one.Path}/answers", new JsonObject { ["text"] = "Again." })).ShouldBe(HttpStatusCode.UnprocessableEntity);

        // Paid
        var estimated = (await one.DoAsync(analyst, new() { ["type"] = "EstimateFee", ["hours"] = 12.5, ["records"] = 4000, ["note"] = "By hand" })).ShouldBe(HttpStatusCode.OK);
        estimated.String("status").ShouldBe("AwaitingFeeDecision");
        var fee = (await one.NowAsync())["feeEstimate"];
        fee.GetProperty("total").GetDecimal().ShouldBeGreaterThan(0);
        fee.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("amount").GetDecimal()).ShouldBe(fee.GetProperty("total").GetDecimal());
        fee.GetProperty("decision").GetString().ShouldBe("Pending");
        (await one.Requester.SendAsync($"{one.Path}/fee-decision", new JsonObject { ["accept"] = "yes" })).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["accept"]);
        var paid = (await one.Requester.SendAsync($"{one.Path}/fee-decision", new JsonObject { ["accept"] = true })).ShouldBe(HttpStatusCode.OK);

        // What the rules ask a partner for is accepted as it comes, then the agreement is there by itself
        foreach (var document in paid["documents"].EnumerateArray().Where(item => item.GetProperty("standing").GetString() != "Accepted"))
        {
            var kind = document.GetProperty("kind").GetString()!;
            (await one.Requester.UploadAsync($"{one.Path}/documents", "agreement.pdf", "%PDF-1.7", kind)).ShouldBe(HttpStatusCode.OK);
            (await one.DoAsync(analyst, new() { ["type"] = "AcceptDocument", ["kind"] = kind })).ShouldBe(HttpStatusCode.OK);
        }

        var sent = await one.NowAsync();
        sent.String("status").ShouldBe("AwaitingNda", sent.Text);
        sent["dueAt"].ValueKind.ShouldBe(JsonValueKind.Null);
        sent["nda"].GetProperty("status").GetString().ShouldBe("AwaitingSignature");
        sent["nda"].GetProperty("text").GetString()!.Length.ShouldBeGreaterThan(200);
        (await one.Requester.SendAsync($"{one.Path}/nda-signature", new JsonObject { ["fullName"] = "Rita Quester", ["title"] = "Director", ["agreed"] = false }))
            .ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["agreed"]);
        (await one.DoAsync(analyst, new() { ["type"] = "CountersignNda", ["endsOn"] = "2027-06-30" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await one.Requester.SendAsync($"{one.Path}/nda-signature", new JsonObject { ["fullName"] = "Rita Quester", ["title"] = "Director", ["agreed"] = true }))
            .ShouldBe(HttpStatusCode.OK).String("waitingOn").ShouldBe("Office");
        (await one.DoAsync(analyst, new() { ["type"] = "CountersignNda", ["endsOn"] = "2020-01-01" })).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["endsOn"]);
        var executed = (await one.DoAsync(analyst, new() { ["type"] = "CountersignNda", ["endsOn"] = "2027-06-30" })).ShouldBe(HttpStatusCode.OK);
        executed.String("status").ShouldBe("InProgress");
        executed["dueAt"].ValueKind.ShouldBe(JsonValueKind.String);
        executed["clock"].GetProperty("sentence").GetString().ShouldNotBeNullOrEmpty();

        // Delivered, fetched, ended
        var file = await one.DeliverAsync(analyst, "ferry.csv", "ferry riders\n40\n55\n");
        var delivered = await one.NowAsync();
        delivered.String("status").ShouldBe("Delivered");
        delivered["deliverables"][0].GetProperty("id").GetString().ShouldBe(file);
        delivered["deliverables"][0].GetProperty("name").GetString().ShouldBe("ferry.csv");
        (await one.Requester.FetchAsync($"{one.Path}/deliverables/{file}")).Text.ShouldBe("ferry riders\n40\n55\n");
        (await app.MailboxAsync("rita@example.org")).ShouldNotBeEmpty();

        await app.AdvanceAsync("P31D");
        (await one.Requester.FetchAsync($"{one.Path}/deliverables/{file}")).ShouldBe(HttpStatusCode.Gone);
        (await one.StatusAsync()).ShouldBe("Closed");
        (await one.NowAsync())["timeline"].EnumerateArray().Select(entry => entry.GetProperty("type").GetString()).ShouldBeSubsetOf(
        [
            "Submitted", "Assigned", "ClarificationAsked", "Answered", "FeeEstimated", "FeeAccepted", "DocumentsRequested", "DocumentReceived",
            "DocumentAccepted", "NdaSent", "NdaSigned", "NdaExecuted", "Delivered", "Downloaded", "Closed",
        ]);
    }

    [Fact]
    public async Task A_principals_roster_is_in_the_ledger_of_every_student_before_it_leaves()
    {
        var students = new[] { "731001", "731002", "731003" };
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain("SchoolLeader", "IdentifiableRoster")
            .With("requester.coversOnlyOwnStudents", true).With("data.specificStudents", true)
            .With("data.studentIds", new JsonArray([.. students.Select(id => JsonValue.Create(id))]))
            .With("data.attributes", new JsonArray("student id", "name", "homeroom")));
        one.Submitted["decision"].GetProperty("disposition").GetString().ShouldBe("Accept", one.Submitted.Text);
        var waiting = await one.NowAsync();
        foreach (var document in waiting["documents"].EnumerateArray().Where(item => item.GetProperty("standing").GetString() == "Missing"))
        {
            (await one.DoAsync(analyst, new() { ["type"] = "AcceptDocument", ["kind"] = document.GetProperty("kind").GetString() })).ShouldBe(HttpStatusCode.OK);
        }

        (await one.StatusAsync()).ShouldBe("InProgress");
        var rows = string.Concat(students.Select(id => $"{id},Pupil Number{id},12B\n"));
        var file = await one.DeliverAsync(analyst, "roster.csv", $"student id,name,homeroom\n{rows}");
        (await one.FetchAsync(file, await one.CodeAsync(file))).ShouldBe(HttpStatusCode.OK);

        var approver = await app.StaffAsync("Ap Prover", "Approver");
        foreach (var student in students)
        {
            (await analyst.FetchAsync($"/api/reports/disclosures?studentId={student}")).ShouldBe(HttpStatusCode.Forbidden);
            var entries = await EventuallyAsync(
                () => approver.FetchAsync($"/api/reports/disclosures?studentId={student}"), answer => answer.Json.GetArrayLength() == 2);
            entries.Json.EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()).ShouldBe(["Request", "Disclosure"], ignoreOrder: true);
            entries.Json.EnumerateArray().ShouldAllBe(entry => entry.GetProperty("requestId").GetString() == one.Id && entry.GetProperty("receiver").GetString() == "Rita Quester");
        }

        (await analyst.FetchAsync("/api/reports/disclosures")).Text.ShouldNotContain("731001");
        var csv = await approver.GetAsync("/api/reports/disclosures?studentId=731001", "text/csv");
        csv.Message.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_released()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain("SchoolLeader", "IdentifiableRoster")
            .With("requester.coversOnlyOwnStudents", true).With("data.attributes", new JsonArray("student id", "name")));
        var file = (await analyst.UploadAsync($"{one.Path}/deliverables", "roster.csv", "student id,name\n731009,Pupil Nine\n")).ShouldBe(HttpStatusCode.Created);
        var services = app.Services;
        // A ledger whose table is out of reach: nobody listens there.
        var unreachable = new TableServiceClient(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;", new TableClientOptions { Retry = { MaxRetries = 0 } });
        var desk = new DeliverableDesk(
            services.GetRequiredService<RequestDesk>(), services.GetRequiredService<CurrentCircumstances>(), services.GetRequiredService<FileStore>(),
            services.GetRequiredService<FileChecker>(), new DisclosureLedger(unreachable, services.GetRequiredService<StudentLookup>(), new ChainLog(unreachable)),
            services.GetRequiredService<EarlierReleases>(), services.GetRequiredService<EarlierRowReleases>(),
            services.GetRequiredService<DeliveryComparison>(), services.GetRequiredService<ConsentLists>(),
            services.GetRequiredService<ILogger<DeliverableDesk>>());

        var outcome = await desk.DeliverAsync(
            one.Id, new RequestCommand.Deliver([file.String("id")], null), new Actor.Staff("Ana Lyst", [StaffRole.Analyst]), expectedVersion: null,
            TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBe(DeliverableDesk.LedgerUnavailable);
        (await one.StatusAsync()).ShouldBe("InProgress");
        (await one.Requester.FetchAsync($"{one.Path}/deliverables/{file.String("id")}")).ShouldBe(HttpStatusCode.NotFound);

        // Once it answers again, the same release goes through.
        (await one.DoAsync(analyst, new() { ["type"] = "Deliver", ["deliverableIds"] = new JsonArray(file.String("id")) })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_researcher_without_an_approval_is_sent_to_research_review()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain("Researcher"));
        one.Submitted.String("status").ShouldBe("Redirected");
        one.Submitted["decision"].GetProperty("office").GetString().ShouldBe("ResearchReview");
        var seen = await one.NowAsync();
        seen["dueAt"].ValueKind.ShouldBe(JsonValueKind.Null);
        seen["waitingOn"].ValueKind.ShouldBe(JsonValueKind.Null);
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        (await one.DoAsync(analyst, new() { ["type"] = "Assign", ["assignee"] = "Ana Lyst" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await one.Requester.SendAsync($"{one.Path}/withdrawal", new JsonObject())).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_refused_request_says_what_may_be_asked_instead()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain("OutsideAgency", "DeIdentifiedStudentLevel"));
        one.Submitted.String("status").ShouldBe("Refused");
        one.Submitted["decision"].GetProperty("alternative").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_published_dataset_leaves_nothing_behind()
    {
        var answer = (await app.Client.SendAsync("/api/requests", Asked.Plain(level: "Published"))).ShouldBe(HttpStatusCode.Created);
        answer["id"].ValueKind.ShouldBe(JsonValueKind.Null);
        answer["accessToken"].ValueKind.ShouldBe(JsonValueKind.Null);
        answer.String("status").ShouldBe("Redirected");
    }

    [Fact]
    public async Task Law_enforcement_waits_for_an_approver_and_is_in_the_report()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain("LawEnforcement", "IndividualRecord").With("requester.organization", "=HYPERLINK(\"x\")").With("legalProcess", "Subpoena"));
        (await one.StatusAsync()).ShouldBe("AwaitingApproval");
        (await one.NowAsync()).String("waitingOn").ShouldBe("Approver");
        var (analyst, approver) = (await app.StaffAsync("Ana Lyst", "Analyst"), await app.StaffAsync("Ap Prover", "Approver"));
        (await one.DoAsync(analyst, new() { ["type"] = "Approve" })).ShouldBe(HttpStatusCode.Forbidden);
        (await one.DoAsync(analyst, new() { ["type"] = "Deny", ["reason"] = "No.", ["alternative"] = "Less." })).ShouldBe(HttpStatusCode.Forbidden);
        (await one.DoAsync(approver, new() { ["type"] = "Deny", ["reason"] = "The order is not valid.", ["alternative"] = "A valid one." }))
            .ShouldBe(HttpStatusCode.OK).String("status").ShouldBe("Denied");

        var row = (await analyst.FetchAsync("/api/reports/law-enforcement")).Json.EnumerateArray().Single(item => item.GetProperty("id").GetString() == one.Id);
        row.GetProperty("instrument").GetString().ShouldBe("Subpoena");
        row.GetProperty("approvedBy").GetString().ShouldBe("Ap Prover");
        row.GetProperty("disclosed").GetBoolean().ShouldBeFalse();
        (await analyst.GetAsync("/api/reports/law-enforcement", "text/csv")).Text.ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    [Fact]
    public async Task A_withdrawn_request_has_ended()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        (await one.Requester.SendAsync($"{one.Path}/withdrawal", new JsonObject { ["reason"] = "Found it." })).ShouldBe(HttpStatusCode.OK).String("status").ShouldBe("Withdrawn");
    }

    private static async Task<Answer> EventuallyAsync(Func<Task<Answer>> ask, Func<Answer, bool> holds)
    {
        var until = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            var answer = await ask();
            if (holds(answer) || DateTime.UtcNow > until)
            {
                holds(answer).ShouldBeTrue(answer.Text);
                return answer;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
