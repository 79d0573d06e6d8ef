using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shared;

namespace Service.Tests.Api;

/// <summary>What is wrong is named by its path, all of it at once, and nothing of it is stored.</summary>
public sealed class BadBodiesTests(AppFixture app) : IClassFixture<AppFixture>
{
    public static TheoryData<string, string> Fields => new()
    {
        // Missing, null, blank
        { "requester", "null" }, { "data", "null" }, { "purpose", "null" }, { "audience", "\"\"" }, { "data.scope", "\"  \"" },
        { "requester.name", "null" }, { "requester.email", "null" }, { "requester.kind", "null" }, { "data.level", "null" },
        // Wrong types
        { "requester", "[]" }, { "requester", "\"Rita\"" }, { "data", "7" }, { "purpose", "7" }, { "requester.name", "{}" },
        { "data.attributes", "\"one\"" }, { "data.attributes", "{}" }, { "data.schoolYears", "true" }, { "data.specificStudents", "\"yes\"" },
        { "isPublicRecordsRequest", "1" }, { "requester.coversOnlyOwnStudents", "\"true\"" }, { "requester.partnerRegistration", "true" },
        { "requester.partnerRegistration.complete", "\"yes\"" }, { "requester.partnerRegistration.complete", "null" },
        // Names of enums are exact; numbers and lists are no names
        { "requester.kind", "\"community partner\"" }, { "requester.kind", "\"public\"" }, { "requester.kind", "0" }, { "requester.kind", "\"0\"" },
        { "requester.kind", "\"Public, Media\"" }, { "data.level", "\"Everything\"" }, { "legalProcess", "\"Letter\"" },
        { "claimedException", "\"Curiosity\"" }, { "ferpaException", "\"None\"" }, { "legalProcess", "{}" },
        // Forms
        { "requester.email", "\"rita\"" }, { "requester.email", "\"rita@\"" }, { "requester.email", "\"Rita <rita@example.org>\"" },
        { "requester.email", "\"rita@example.org\\r\\nBcc: all@example.org\"" }, { "requester.email", "\"a@b@example.org\"" },
        { "data.schoolYears", "[\"last year\"]" }, { "data.schoolYears", "[\"2024-26\"]" }, { "data.schoolYears", "[\"2024-13-45\"]" },
        { "language", "\"a language\"" }, { "requester.name", "\"two\\nlines\"" },
        // Characters that are none
        { "purpose", "\"a\\u0000b\"" }, { "purpose", "\"\\ud83d\"" }, { "requester.name", "\"\\udc00x\"" }, { "data.scope", "\"bell\\u0007\"" },
    };

    [Theory, MemberData(nameof(Fields))]
    public async Task A_bad_field_is_named_by_its_path(string path, string json)
    {
        var body = Asked.Plain().With(path, JsonValue.Create("here")).ToJsonString().Replace("\"here\"", json, StringComparison.Ordinal);
        foreach (var address in new[] { "/api/triage", "/api/requests" })
        {
            var answer = (await app.Client.SendTextAsync(HttpMethod.Post, address, body)).ShouldBe(HttpStatusCode.BadRequest);
            answer.Wrong.ShouldBe([path], answer.Text);
        }
    }

    [Theory]
    [InlineData("data.attributes", 201, 10, "data.attributes")]
    [InlineData("data.attributes", 3, 201, "data.attributes[0]")]
    [InlineData("data.studentIds", 10_001, 6, "data.studentIds")]
    [InlineData("data.studentIds", 2, 65, "data.studentIds[0]")]
    public async Task Lists_have_limits(string path, int count, int length, string named)
    {
        var list = new JsonArray([.. Enumerable.Range(0, count).Select(_ => JsonValue.Create(new string('7', length)))]);
        (await app.Client.SendAsync("/api/requests", Asked.Plain().With(path, list))).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldContain(named);
    }

    [Theory]
    [InlineData("requester.name", 200)]
    [InlineData("purpose", 4_000)]
    [InlineData("audience", 4_000)]
    [InlineData("data.scope", 4_000)]
    public async Task Texts_have_limits(string path, int most)
    {
        (await app.Client.SendAsync("/api/triage", Asked.Plain().With(path, new string('x', most)))).ShouldBe(HttpStatusCode.OK);
        (await app.Client.SendAsync("/api/triage", Asked.Plain().With(path, new string('x', most + 1))))
            .ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe([path]);
    }

    [Fact]
    public async Task All_problems_are_told_at_once()
    {
        var body = Asked.Plain().Without("requester.name").With("requester.email", "rita").With("data.level", "All").With("purpose", 7).Without("audience");
        (await app.Client.SendAsync("/api/requests", body)).ShouldBe(HttpStatusCode.BadRequest)
            .Wrong.ShouldBe(["audience", "data.level", "purpose", "requester.email", "requester.name"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"purpose\": \"a\", \"purpose\": \"b\"}")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{'purpose': 1}")]
    public async Task What_is_no_object_is_a_bad_body(string body) =>
        (await app.Client.SendTextAsync(HttpMethod.Post, "/api/requests", body)).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldNotBeEmpty();

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_bad_body()
    {
        var bytes = Encoding.UTF8.GetBytes(Asked.Plain().With("purpose", "~~").ToJsonString());
        bytes[Array.IndexOf(bytes, (byte)'~')] = 0xC3;
        (await app.Client.SendBytesAsync(HttpMethod.Post, "/api/requests", bytes)).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["body"]);
    }

    [Fact]
    public async Task Bodies_that_are_too_deep_or_too_large_are_bad_bodies()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500);
        (await app.Client.SendTextAsync(HttpMethod.Post, "/api/requests", deep)).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["body"]);

        var large = Asked.Plain().With("extra", new string('x', 1_100_000)).ToJsonString();
        (await app.Client.SendTextAsync(HttpMethod.Post, "/api/requests", large)).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["body"]);
    }

    [Fact]
    public async Task Nothing_of_a_bad_submission_is_stored_and_unknown_fields_do_no_harm()
    {
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var before = (await analyst.FetchAsync("/api/queue"))["items"].GetArrayLength();
        await app.Client.SendAsync("/api/requests", Asked.Plain().With("requester.email", "rita"));
        (await analyst.FetchAsync("/api/queue"))["items"].GetArrayLength().ShouldBe(before);

        (await app.Client.SendAsync("/api/requests", Asked.Plain().With("nobodyKnows", new JsonObject()))).ShouldBe(HttpStatusCode.Created);
        (await analyst.FetchAsync("/api/queue"))["items"].GetArrayLength().ShouldBe(before + 1);
    }

    [Theory]
    [InlineData("{\"expectedVersion\": 1}", "type")]
    [InlineData("{\"type\": \"Destroy\", \"expectedVersion\": 1}", "type")]
    [InlineData("{\"type\": \"assign\", \"expectedVersion\": 1}", "type")]
    [InlineData("{\"type\": 1, \"expectedVersion\": 1}", "type")]
    [InlineData("{\"type\": \"Assign\", \"assignee\": \"Ana\"}", "expectedVersion")]
    [InlineData("{\"type\": \"Assign\", \"assignee\": \"Ana\", \"expectedVersion\": \"1\"}", "expectedVersion")]
    [InlineData("{\"type\": \"Assign\", \"assignee\": \"Ana\", \"expectedVersion\": 1.5}", "expectedVersion")]
    [InlineData("{\"type\": \"Assign\", \"expectedVersion\": 1}", "assignee")]
    [InlineData("{\"type\": \"AskClarification\", \"expectedVersion\": 1}", "question")]
    [InlineData("{\"type\": \"EstimateFee\", \"records\": 1, \"expectedVersion\": 1}", "hours")]
    [InlineData("{\"type\": \"EstimateFee\", \"hours\": 1, \"expectedVersion\": 1}", "records")]
    [InlineData("{\"type\": \"EstimateFee\", \"hours\": 1e400, \"records\": 1, \"expectedVersion\": 1}", "hours")]
    [InlineData("{\"type\": \"EstimateFee\", \"hours\": 1, \"records\": 99999999999, \"expectedVersion\": 1}", "records")]
    [InlineData("{\"type\": \"CountersignNda\", \"expectedVersion\": 1}", "endsOn")]
    [InlineData("{\"type\": \"CountersignNda\", \"endsOn\": \"2027-02-30\", \"expectedVersion\": 1}", "endsOn")]
    [InlineData("{\"type\": \"CountersignNda\", \"endsOn\": \"30/06/2027\", \"expectedVersion\": 1}", "endsOn")]
    [InlineData("{\"type\": \"AcceptDocument\", \"kind\": \"Passport\", \"expectedVersion\": 1}", "kind")]
    [InlineData("{\"type\": \"RejectDocument\", \"kind\": \"Other\", \"expectedVersion\": 1}", "reason")]
    [InlineData("{\"type\": \"Deny\", \"reason\": \"No.\", \"expectedVersion\": 1}", "alternative")]
    [InlineData("{\"type\": \"Deny\", \"alternative\": \"Less.\", \"expectedVersion\": 1}", "reason")]
    [InlineData("{\"type\": \"Reroute\", \"office\": \"Moon\", \"reason\": \"So.\", \"expectedVersion\": 1}", "office")]
    [InlineData("{\"type\": \"Extend\", \"reason\": \"So.\", \"expectedVersion\": 1}", "businessDays")]
    [InlineData("{\"type\": \"Extend\", \"businessDays\": 5, \"expectedVersion\": 1}", "reason")]
    [InlineData("{\"type\": \"Deliver\", \"deliverableIds\": [], \"expectedVersion\": 1}", "deliverableIds")]
    [InlineData("{\"type\": \"Deliver\", \"deliverableIds\": [7], \"expectedVersion\": 1}", "deliverableIds[0]")]
    [InlineData("{\"type\": \"Recall\", \"reason\": \"So.\", \"expectedVersion\": 1}", "deliverableId")]
    [InlineData("{\"type\": \"Note\", \"expectedVersion\": 1}", "text")]
    public async Task A_bad_command_names_its_field(string body, string path)
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        (await analyst.SendTextAsync(HttpMethod.Post, $"{one.Path}/commands", body)).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldContain(path);
        (await one.NowAsync())["version"].GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("status=Sleeping", "status")]
    [InlineData("office=Moon", "office")]
    [InlineData("dueBefore=tomorrow", "dueBefore")]
    [InlineData("dueBefore=2026-02-30", "dueBefore")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("pageSize=201", "pageSize")]
    [InlineData("pageSize=ten", "pageSize")]
    [InlineData("continuation=%00", "continuation")]
    [InlineData("continuation=abc", "continuation")]
    [InlineData("status=Submitted&status=Closed", "status")]
    [InlineData("assignee=%00", "assignee")]
    public async Task A_bad_filter_names_its_parameter(string query, string name)
    {
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        (await analyst.FetchAsync($"/api/queue?{query}")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe([name]);
    }
}
