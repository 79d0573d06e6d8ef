using System.Net;

namespace Service.Tests.Authorities;

/// <summary>A browser without scripts: keeps cookies, sends forms with the key that the page gave it.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = true }) { BaseAddress = address };

    public async Task<string> OpenAsync(string path)
    {
        Page = WebUtility.HtmlDecode(await client.GetStringAsync(path, TestContext.Current.CancellationToken));
        return Page;
    }

    /// <summary>The page as it is now, as people read it.</summary>
    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public async Task<string> SendAsync(string path, params (string Name, string Value)[] fields) => await PostAsync(path,
        new FormUrlEncodedContent(fields.Append(("form-key", Key())).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

    public async Task<string> UploadAsync(string path, string fileName, string content) => await PostAsync(path,
        new MultipartFormDataContent { { new StringContent(Key()), "form-key" }, { new StringContent(content), "file", fileName } });

    public void Dispose() => client.Dispose();

    private string Key() => Page.Split("name=\"form-key\"")[1].Split("value=\"")[1].Split('"')[0];

    private async Task<string> PostAsync(string path, HttpContent content)
    {
        using var answer = await client.PostAsync(path, content, TestContext.Current.CancellationToken);
        Status = answer.StatusCode;
        Page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return Page;
    }
}
