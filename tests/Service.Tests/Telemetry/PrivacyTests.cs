using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Service.Api.Commands;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Telemetry;

/// <summary>
/// Requests are lived through with planted names, addresses, student IDs and words, in every way there is, well and badly; then all that
/// left as telemetry is searched for them.
/// </summary>
public sealed class PrivacyTests(AzuriteFixture azurite)
{
    // In every name, address and text; nothing else in the world contains it.
    private const string Planted = "xyzzyplanted";
    private const string Email = $"{Planted}.quester@example.org";
    private const string Student = "90817263";

    private readonly HashSet<string> commands = new(StringComparer.Ordinal);
    private readonly HashSet<string> secrets = new(StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_leaves_as_telemetry_names_anybody_or_opens_anything()
    {
        await using var collector = await Collector.StartAsync();
        await using (var app = new AppFixture(azurite) { Arguments = collector.Arguments })
        {
            await app.InitializeAsync();
            var staff = await app.StaffAsync($"Ana {Planted}", "Analyst", "Approver", "Administrator");
            secrets.Add(staff.DefaultRequestHeaders.Authorization!.Parameter!);
            await LongStoryAsync(app, staff);
            await EndingsAsync(app, staff);
            await IdentifiableAsync(app, staff);
            await BadInputAsync(app, staff);
            await LooksAsync(app, staff);
            await BrokenStorageAsync(app, staff);
        }

        commands.ShouldBe(StaffCommandBody.Types.Keys, ignoreOrder: true, "every command of the staff was tried");
        var (traces, metrics, logs) = (collector.Of("traces"), collector.Of("metrics"), collector.Of("logs"));
        // What must be there, or the search below would prove nothing.
        traces.ShouldContain("/api/requests/{id}/commands");
        traces.ShouldContain("command SendDownloadCode");
        traces.ShouldContain("request.id");
        metrics.ShouldContain("mail.lag");
        metrics.ShouldContain("effects.retries");
        metrics.ShouldContain("requests.open");
        metrics.ShouldContain("http.server.request.duration");
        logs.ShouldContain("will be tried again");
        logs.ShouldContain("Storage failed at POST /api/requests/{id}/deliverables");
        logs.ShouldContain("A file cannot be read");

        foreach (var (signal, text) in new[] { ("traces", traces), ("metrics", metrics), ("logs", logs) })
        {
            foreach (var needle in secrets.Append(Planted).Append(Student))
            {
                var at = text.IndexOf(needle, StringComparison.OrdinalIgnoreCase);
                at.ShouldBe(-1, $"{signal}: {needle}: …{(at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)])}…");
            }
        }
    }

    private static JsonObject Body(string kind = "Public", string level = "Aggregate") => Asked.Plain(kind, level)
        .With("requester.name", $"Rita {Planted}").With("requester.email", Email).With("requester.organization", $"{Planted} Club")
        .With("purpose", $"To see {Planted} and {Student}").With("audience", $"{Planted} readers").With("data.scope", $"Share of {Planted}");

    private async Task<Case> SubmitAsync(AppFixture app, JsonObject body)
    {
        var one = await Case.SubmitAsync(app, body);
        secrets.Add(one.Submitted.String("accessToken"));
        return one;
    }

    private async Task<Answer> DoAsync(Case one, HttpClient staff, string type, params (string Name, JsonNode? Value)[] fields)
    {
        commands.Add(type);
        var body = new JsonObject { ["type"] = type, ["expectedVersion"] = (await staff.FetchAsync(one.Path))["version"].GetInt32() };
        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        return await staff.SendAsync($"{one.Path}/commands", body);
    }

    private async Task LongStoryAsync(AppFixture app, HttpClient staff)
    {
        (await app.Client.SendAsync("/dev/mailbox/failures", new JsonObject { ["failNext"] = 3 })).Status.ShouldBe(HttpStatusCode.OK);
        var one = await SubmitAsync(app, Body("CommunityPartner").With("requester.partnerRegistration", new JsonObject { ["complete"] = true }));
        // The first visit, with the key in the address.
        var page = await one.App.Client.FetchAsync($"/requests/{one.Id}?token={one.Submitted.String("accessToken")}");
        page.Status.ShouldBe(HttpStatusCode.Redirect);
        (await DoAsync(one, staff, "Assign", ("assignee", $"Ana {Planted}"))).ShouldBe(HttpStatusCode.OK);
        (await DoAsync(one, staff, "AskClarification", ("question", $"Which {Planted}?"))).ShouldBe(HttpStatusCode.OK);
        (await one.Requester.SendAsync($"{one.Path}/answers", new JsonObject { ["text"] = $"All of {Planted}, and {Student}" })).ShouldBe(HttpStatusCode.OK);
        (await DoAsync(one, staff, "EstimateFee", ("hours", 12), ("records", 4000), ("note", Planted))).ShouldBe(HttpStatusCode.OK);
        await DoAsync(one, staff, "WaiveFee");
        await DoAsync(one, staff, "Extend", ("businessDays", 3), ("reason", Planted));
        await DoAsync(one, staff, "RequireNda");
        await DoAsync(one, staff, "Remind");
        foreach (var kind in new[] { "ExistingAgreement", "PartnerRegistration", "FamilyConsent", "Other" })
        {
            await one.Requester.UploadAsync($"{one.Path}/documents", $"{Planted}.pdf", $"%PDF {Planted}", kind);
            await DoAsync(one, staff, "RejectDocument", ("kind", kind), ("reason", Planted));
            await one.Requester.UploadAsync($"{one.Path}/documents", $"{Planted} {Student}.pdf", $"%PDF {Planted}", kind);
            await DoAsync(one, staff, "AcceptDocument", ("kind", kind));
        }

        (await one.Requester.SendAsync($"{one.Path}/nda-signature", new JsonObject { ["fullName"] = $"Rita {Planted}", ["title"] = Planted, ["agreed"] = true }))
            .ShouldBe(HttpStatusCode.OK);
        (await DoAsync(one, staff, "CountersignNda", ("endsOn", "2027-06-30"))).ShouldBe(HttpStatusCode.OK);
        var file = (await staff.UploadAsync($"{one.Path}/deliverables", $"{Planted}.csv", $"{Planted} riders\n40\n55\n")).ShouldBe(HttpStatusCode.Created).String("id");
        await staff.UploadAsync($"{one.Path}/deliverables", $"{Planted}.csv", $"student name,{Planted}\nSome {Planted},4\n");
        await staff.UploadAsync($"{one.Path}/deliverables", $"{Planted}.xlsx", $"PK no workbook of {Planted}");
        await staff.UploadAsync($"{one.Path}/deliverables", "quotes.csv", $"a,b\n\"{Planted}\" x,\"{Planted}\n1,2\n");
        await DoAsync(one, staff, "ExceptConsent", ("ground", "Studies"), ("reason", Planted));
        await DoAsync(one, staff, "OverrideCheck", ("deliverableId", file), ("reason", Planted));
        await DoAsync(one, staff, "Note", ("text", $"{Planted} rang"));
        await DoAsync(one, staff, "Deliver", ("deliverableIds", new JsonArray(file)), ("note", Planted));
        await one.Requester.FetchAsync($"{one.Path}/deliverables/{file}");
        await one.Requester.FetchAsync($"{one.Path}/deliverables/{Planted}");
        await DoAsync(one, staff, "Recall", ("deliverableId", file), ("reason", Planted));
        await one.Requester.FetchAsync($"{one.Path}/deliverables/{file}");
        await DoAsync(one, staff, "Close");
        await one.Requester.SendAsync($"{one.Path}/destruction-attestation", new JsonObject { ["fullName"] = $"Rita {Planted}", ["method"] = Planted });
        await app.AdvanceAsync("P40D");
    }

    private async Task EndingsAsync(AppFixture app, HttpClient staff)
    {
        var denied = await SubmitAsync(app, Body("LawEnforcement", "IndividualRecord").With("legalProcess", "Subpoena"));
        (await DoAsync(denied, staff, "Reroute", ("office", "Superintendent"), ("reason", Planted))).ShouldBe(HttpStatusCode.OK);
        (await DoAsync(denied, staff, "Deny", ("reason", Planted), ("alternative", Planted), ("ground", "Subpoena"))).ShouldBe(HttpStatusCode.OK);
        var approved = await SubmitAsync(app, Body("LawEnforcement", "IdentifiableRoster").With("legalProcess", "Subpoena"));
        (await DoAsync(approved, staff, "Approve", ("note", Planted), ("ground", "Subpoena"), ("conditions", Planted), ("approvedInformation", new JsonArray(Planted))))
            .ShouldBe(HttpStatusCode.OK);
        await DoAsync(approved, staff, "Assign", ("assignee", $"Ana {Planted}"));
        await DoAsync(approved, staff, "DescribeStudents", ("race", "Asian"), ("englishLearners", "NotGiven"), ("students", 1));
        await DoAsync(approved, staff, "NotifyFamily", ("sentOn", "2026-03-02"), ("how", Planted));
        await DoAsync(approved, staff, "ForbidFamilyNotice", ("reason", Planted));
        await DoAsync(approved, staff, "ReportToSuperintendent", ("text", Planted));
        await DoAsync(approved, staff, "RemindDestruction");
        await DoAsync(approved, staff, "ExemptDestruction", ("reason", Planted));
        var withdrawn = await SubmitAsync(app, Body());
        await withdrawn.Requester.SendAsync($"{withdrawn.Path}/withdrawal", new JsonObject { ["reason"] = Planted });
        var declined = await SubmitAsync(app, Body());
        await DoAsync(declined, staff, "Assign", ("assignee", $"{Planted}@district.example"));
        await DoAsync(declined, staff, "EstimateFee", ("hours", 99), ("records", 1), ("note", Planted));
        await declined.Requester.SendAsync($"{declined.Path}/fee-decision", new JsonObject { ["accept"] = false });
        await app.AdvanceAsync("P30D");
    }

    private async Task IdentifiableAsync(AppFixture app, HttpClient staff)
    {
        var one = await SubmitAsync(app, Body("SchoolLeader", "IdentifiableRoster").With("requester.coversOnlyOwnStudents", true)
            .With("data.specificStudents", true).With("data.studentIds", new JsonArray(Student)).With("data.attributes", new JsonArray("student id", "name")));
        await DoAsync(one, staff, "Assign", ("assignee", "Ana"));
        await one.Requester.UploadAsync($"{one.Path}/documents", $"{Student}.csv", Student, "Other");
        var file = (await staff.UploadAsync($"{one.Path}/deliverables", "roster.csv", $"student id,name\n{Student},Pupil {Planted}\n")).ShouldBe(HttpStatusCode.Created).String("id");
        await DoAsync(one, staff, "Deliver", ("deliverableIds", new JsonArray(file)));
        (await one.FetchAsync(file, null)).ShouldBe(HttpStatusCode.Forbidden);
        var code = await one.CodeAsync(file, Email);
        secrets.Add(code);
        (await one.FetchAsync(file, code == "123456" ? "123457" : "123456")).ShouldBe(HttpStatusCode.Forbidden);
        (await one.FetchAsync(file, code)).ShouldBe(HttpStatusCode.OK);

        await DoAsync(one, staff, "RevokeAccess", ("reason", Planted));
        await DoAsync(one, staff, "RenewAccess");
        await app.Client.SendAsync("/api/link-renewals", new JsonObject { ["email"] = Email, ["requestId"] = one.Id });
        await app.Client.SendAsync("/api/link-renewals", new JsonObject { ["email"] = $"nobody.{Planted}@example.org" });
        await app.AdvanceAsync("PT1M");
        foreach (var mail in await one.MailAsync("LinkRenewed", Email))
        {
            secrets.Add(Regex.Match(mail, "token=([A-Za-z0-9_-]{43})", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);
        }
    }

    private static async Task BadInputAsync(AppFixture app, HttpClient staff)
    {
        foreach (var body in new[]
        {
            $$"""{"requester":{"name":"{{Planted}}" """, $$"""{"requester":"{{Planted}}"}""", $"\"{Planted}\"", Body().With("requester.kind", Planted).ToJsonString(),
            Body().With("requester.email", $"{Planted} at example").ToJsonString(), Body().With("purpose", new string('x', 1_100_000) + Planted).ToJsonString(),
            Body().With("data.schoolYears", new JsonArray(Planted)).ToJsonString(),
        })
        {
            (await app.Client.SendTextAsync(HttpMethod.Post, "/api/requests", body)).ShouldBe(HttpStatusCode.BadRequest);
            await app.Client.SendTextAsync(HttpMethod.Post, "/api/triage", body);
        }

        await app.Client.SendBytesAsync(HttpMethod.Post, "/api/requests", [0xff, .. System.Text.Encoding.UTF8.GetBytes(Planted)]);
        await app.Client.SendTextAsync(HttpMethod.Post, "/api/requests", Planted, $"text/{Planted}");
        await staff.SendTextAsync(HttpMethod.Put, "/api/admin/calendar", $"BEGIN:VCALENDAR\nSUMMARY:{Planted}\n", "text/calendar");
        await staff.SendTextAsync(HttpMethod.Put, "/api/admin/policy", $$"""{"{{Planted}}":1}""");
        await staff.SendTextAsync(HttpMethod.Put, "/api/admin/training/register", $"name,email\n{Planted},{Email}\n", "text/csv");
        await app.Client.SendTextAsync(HttpMethod.Post, "/lost-link", $"email={Planted}", "application/x-www-form-urlencoded");
        await app.Client.SendTextAsync(HttpMethod.Post, "/request", $"requester.name={Planted}", "application/x-www-form-urlencoded");
    }

    private static async Task LooksAsync(AppFixture app, HttpClient staff)
    {
        foreach (var path in new[]
        {
            $"/api/catalog?q={Planted}", $"/catalog?q={Planted}", $"/{Planted}", $"/api/{Planted}", $"/api/requests/{Planted}", $"/requests/{Planted}?token={Planted}",
            $"/api/reports/disclosures?studentId={Student}", $"/api/queue?assignee={Planted}", $"/api/queue?status={Planted}", $"/staff?assignee={Planted}",
            $"/api/requests/{Uri.EscapeDataString(Email)}", $"/staff/requests/{Planted}", $"/sign-in?returnUrl=/{Planted}", $"/%2e%2e/{Planted}", "/api/audit/verify",
            "/api/sla/summary", "/api/reports/law-enforcement", "/healthz",
        })
        {
            await staff.FetchAsync(path);
            await app.Client.FetchAsync(path);
        }

        using var odd = new HttpRequestMessage(HttpMethod.Get, "/api/queue");
        odd.Headers.TryAddWithoutValidation("User-Agent", Planted);
        odd.Headers.TryAddWithoutValidation("Referer", $"https://{Planted}.example/");
        odd.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Planted}.{Planted}.{Planted}");
        odd.Headers.TryAddWithoutValidation("Cookie", $"staff={Planted}; request-key={Planted}");
        await app.Client.CallAsync(odd);
    }

    private async Task BrokenStorageAsync(AppFixture app, HttpClient staff)
    {
        var one = await SubmitAsync(app, Body());
        await DoAsync(one, staff, "Assign", ("assignee", Planted));
        await new BlobServiceClient(app.Storage).DeleteBlobContainerAsync("deliverables", cancellationToken: Cancel);
        (await staff.UploadAsync($"{one.Path}/deliverables", $"{Planted}.csv", $"{Planted}\n40\n")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await new Azure.Data.Tables.TableServiceClient(app.Storage).DeleteTableAsync("disclosures", Cancel);
        await staff.FetchAsync($"/api/reports/disclosures?studentId={Student}");
    }
}
