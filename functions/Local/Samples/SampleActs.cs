using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Local.Samples;

/// <summary>What people do to one sample request, through the API as anybody would.</summary>
/// <param name="site">A client of the app.</param>
/// <param name="id">The request.</param>
/// <param name="requester">The requester's token.</param>
/// <param name="staff">An analyst's token.</param>
/// <param name="say">Told what the app does not allow; a story told a second time meets that often.</param>
internal sealed class SampleActs(HttpClient site, string id, string requester, string staff, Action<string> say)
{
    /// <summary>The analyst of the samples.</summary>
    public const string Analyst = "Ana Lyst";

    /// <summary>A command of the staff: its type and its fields.</summary>
    public async Task StaffAsync(string type, Dictionary<string, object>? fields = null)
    {
        var body = new Dictionary<string, object>(fields ?? [], StringComparer.Ordinal) { ["type"] = type, ["expectedVersion"] = await VersionAsync() };
        using var answer = await SendAsync(HttpMethod.Post, "commands", staff, JsonContent.Create(body));
    }

    public Task AssignAsync() => StaffAsync("Assign", new(StringComparer.Ordinal) { ["assignee"] = Analyst });

    /// <summary>What the requester does: one of the addresses under their request.</summary>
    public async Task RequesterAsync(string what, object body)
    {
        using var answer = await SendAsync(HttpMethod.Post, what, requester, JsonContent.Create(body));
    }

    /// <summary>The last business day of an agreement that holds a year.</summary>
    public Task CountersignAsync(DateOnly endsOn) =>
        StaffAsync("CountersignNda", new(StringComparer.Ordinal) { ["endsOn"] = endsOn.ToString("O", CultureInfo.InvariantCulture) });

    /// <summary>Uploads a CSV and, where the check lets it pass, delivers it.</summary>
    public async Task DeliverAsync(string fileName, string csv)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "file", fileName);
        using var answer = await SendAsync(HttpMethod.Post, "deliverables", staff, form);
        if (!answer.IsSuccessStatusCode)
            return;
        var deliverable = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        await StaffAsync("Deliver", new(StringComparer.Ordinal) { ["deliverableIds"] = new[] { deliverable }, ["note"] = "Rates are rounded to one decimal." });
    }

    private async Task<int> VersionAsync()
    {
        using var answer = await SendAsync(HttpMethod.Get, "", requester, null);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string what, string token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/requests/{id}{(what.Length > 0 ? "/" : "")}{what}", UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await site.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            say($"Sample {id}: {what} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }
}
