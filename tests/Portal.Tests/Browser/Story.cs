using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Shared;

namespace Portal.Tests.Browser;

/// <summary>One request, moved along through the API: what the other side does while a test looks at this side's pages.</summary>
internal sealed class Story(AppFixture app, HttpClient staff, string id, string token)
{
    public string Id => id;
    public string Token => token;

    /// <summary>A partner's request for de-identified data: everything a request can go through is on its way.</summary>
    public static async Task<Story> OfPartnerAsync(AppFixture app, string name = "Pat Artner")
    {
        var body = new
        {
            requester = new
            {
                name, email = "pat@partner.example", organization = "Harbor Reading Partners", kind = "CommunityPartner",
                partnerRegistration = new { complete = true, hasAgreements = true },
            },
            purpose = "To plan tutoring for the coming year", audience = "Our three program leads",
            data = new
            {
                level = "DeIdentifiedStudentLevel", schoolYears = new[] { "2024-25" }, attributes = new[] { "attendance rate", "grade level" },
                scope = "Attendance of students in grades 3 to 5, one row a student", ferpaException = (string?)null,
            },
            ferpaException = "Studies",
        };
        using var answer = await app.Client.PostAsJsonAsync("/api/requests", body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        var made = JsonDocument.Parse(text).RootElement;
        return new(
            app, await app.StaffAsync("Ana Lyst", "Analyst", "Approver"), made.GetProperty("id").GetString()!, made.GetProperty("accessToken").GetString()!);
    }

    /// <summary>A member of the public asks for counts, an analyst has it, and nothing is owed.</summary>
    public static async Task<Story> OfPublicAsync(AppFixture app)
    {
        var body = new
        {
            requester = new { name = "Rita Quester", email = "rita@example.org", kind = "Public" },
            purpose = "A report to the neighbourhood council", audience = "The council's members",
            data = new { level = "Aggregate", scope = "Share of pupils who rode the ferry to school", attributes = new[] { "ferry riders" } },
        };
        using var answer = await app.Client.PostAsJsonAsync("/api/requests", body);
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var story = new Story(
            app, await app.StaffAsync("Ana Lyst", "Analyst", "Approver"), made.GetProperty("id").GetString()!, made.GetProperty("accessToken").GetString()!);
        await story.StaffAsync("Assign", new { assignee = "Ana Lyst" });
        return story;
    }

    /// <summary>Its counts are delivered.</summary>
    public async Task DeliverAsync() =>
        await StaffAsync("Deliver", new { deliverableIds = new[] { await UploadAsync("ferry.csv", "ferry riders\n40\n") } });

    /// <summary>The request as staff see it.</summary>
    public async Task<JsonElement> NowAsync() => await staff.GetFromJsonAsync<JsonElement>($"/api/requests/{id}");

    /// <summary>A staff command; its fields beside type and version.</summary>
    public async Task StaffAsync(string type, object? fields = null)
    {
        var body = fields is null ? [] : JsonSerializer.SerializeToNode(fields)!.AsObject();
        body["type"] = type;
        body["expectedVersion"] = (await NowAsync()).GetProperty("version").GetInt32();
        using var answer = await staff.PostAsJsonAsync($"/api/requests/{id}/commands", body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{type}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>What the requester does.</summary>
    public async Task RequesterAsync(string action, object body)
    {
        using var requester = app.WithToken(token);
        using var answer = await requester.PostAsJsonAsync($"/api/requests/{id}/{action}", body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{action}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Uploads a file for release; its id.</summary>
    public async Task<string> UploadAsync(string fileName, string csv)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)) { Headers = { ContentType = new("text/csv") } }, "file", fileName } };
        using var answer = await staff.PostAsync($"/api/requests/{id}/deliverables", form);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
    }
}
