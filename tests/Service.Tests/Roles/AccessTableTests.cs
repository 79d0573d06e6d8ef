using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Service.Roles;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Roles;

/// <summary>The table of who may do what, held against the running app, cell by cell.</summary>
public sealed partial class AccessTableTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static readonly Who[] Columns = [Who.Anybody, Who.Requester, Who.Analyst, Who.Approver, Who.Administrator];

    // There where staff sign in with Entra ID, which no test does.
    private static readonly string[] NotHere = ["/sign-out/account"];

    // The page of a sign-in that failed answers 401 to everybody; the mail server of Development is no visitor's.
    private static readonly string[] NotAsked = ["/sign-in/failed", "/dev/graph/v1.0/users/{mailbox}/sendMail", "/dev/mailbox/failures"];

    [Fact]
    public void Every_address_of_the_app_has_its_row_and_every_row_its_address()
    {
        var addresses = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => (AccessGate.MethodOf(endpoint), AccessTable.Trimmed(endpoint.RoutePattern.RawText!))).ToList();
        var rows = AccessTable.Rows.Select(row => (row.Method, row.Route)).ToList();
        addresses.Except(rows).ShouldBeEmpty("These addresses are closed to everybody: give each a row in functions/Service/Roles/AccessTable.cs.");
        rows.Except(addresses).Where(row => !NotHere.Contains(row.Item2)).ShouldBeEmpty("These rows are about no address.");
        rows.ShouldBeUnique();
    }

    [Fact]
    public async Task Every_cell_of_the_table_is_what_the_app_does()
    {
        var (mine, other) = (await Case.SubmitAsync(app, Asked.Plain()), await Case.SubmitAsync(app, Asked.Plain()));
        var wrong = new List<string>();
        foreach (var column in Columns)
        {
            using var visitor = await Visitor.OfAsync(app, column, mine);
            using var foreign = column == Who.Requester ? await Visitor.OfAsync(app, column, other) : null;
            foreach (var row in AccessTable.Rows.Where(row => !NotAsked.Contains(row.Route) && !NotHere.Contains(row.Route)))
            {
                // A requester is tried with their own request and with somebody else's.
                await TryAsync(visitor, row, mine, row.Who.HasFlag(column) || row.Who.HasFlag(Who.Anybody));
                if (foreign is not null && row.Route.Contains("requests/{id}", StringComparison.Ordinal))
                {
                    await TryAsync(foreign, row, mine, isAllowed: false);
                }
            }

            async Task TryAsync(Visitor who, AccessRow row, Case about, bool isAllowed)
            {
                var status = await who.AskAsync(row, about);
                // What is there for somebody may still want more than a blank form; what is not there for them is not named.
                var isIn = status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound);
                var mayBeMissing = status == HttpStatusCode.NotFound && Parts().Replace(row.Route, "").Contains('{', StringComparison.Ordinal);
                if (isAllowed ? !(isIn || mayBeMissing || IsMissingAgreement(row, status)) : isIn)
                {
                    wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{row.Method} {row.Route}, {column}: {(int)status}, though {(isAllowed ? "allowed" : "not allowed")}"));
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_without_any_role_are_let_in_nowhere_where_staff_are()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        using var visitor = new Visitor(await app.StaffAsync("No Role"));
        foreach (var row in AccessTable.Rows.Where(row => (row.Who & (Who.Anybody | Who.Requester)) == Who.None))
        {
            (await visitor.AskAsync(row, one)).ShouldBe(HttpStatusCode.Forbidden, $"{row.Method} {row.Route}");
        }
    }

    // The plain request of this test has no agreement to show.
    private static bool IsMissingAgreement(AccessRow row, HttpStatusCode status) =>
        status == HttpStatusCode.NotFound && (row.Route.EndsWith("/nda", StringComparison.Ordinal) || row.Route.EndsWith("agreement.pdf", StringComparison.Ordinal));

    [GeneratedRegex(@"requests/\{id\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();

    /// <summary>Somebody with a browser: sends the form key of the pages and keeps the cookies they set.</summary>
    private sealed partial class Visitor(HttpClient client) : IDisposable
    {
        private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
        private string? formKey;

        public static async Task<Visitor> OfAsync(AppFixture app, Who who, Case one)
        {
            if (who == Who.Anybody)
            {
                return new(app.WithToken("nothing"));
            }

            if (who != Who.Requester)
            {
                return new(await app.StaffAsync("Some Body", who.ToString()));
            }

            var token = one.Submitted.String("accessToken");
            return new(app.WithToken(token)) { cookies = { ["request-key"] = token } };
        }

        public async Task<HttpStatusCode> AskAsync(AccessRow row, Case about)
        {
            var path = row.Route.Replace("requests/{id}", $"requests/{about.Id}", StringComparison.Ordinal).Replace("{version:int}", "1", StringComparison.Ordinal)
                .Replace("{documentName?}", "", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal);
            path = Others().Replace(path, "none");
            var isPage = !row.Route.StartsWith("/api", StringComparison.Ordinal);
            if (isPage && row.Method != "GET" && formKey is null)
            {
                var form = await (await SendAsync(new(HttpMethod.Get, "/request"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                formKey = WebUtility.HtmlDecode(Key().Match(form).Groups[1].Value);
            }

            using var message = new HttpRequestMessage(new(row.Method), path);
            if (row.Method != "GET")
            {
                message.Content = isPage && !row.Route.StartsWith("/dev", StringComparison.Ordinal)
                    ? new FormUrlEncodedContent([new("form-key", formKey!)])
                    : new StringContent("{}", new MediaTypeHeaderValue("application/json"));
            }

            using var answer = await SendAsync(message);
            return answer.StatusCode;
        }

        public void Dispose() => client.Dispose();

        private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message)
        {
            if (cookies.Count > 0)
            {
                message.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            var answer = await client.SendAsync(message, TestContext.Current.CancellationToken);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var sets) ? sets : [])
            {
                var (name, value) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set[(set.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
                if (name == "form-key")
                {
                    cookies[name] = value;
                }
            }

            return answer;
        }

        [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
        private static partial Regex Others();

        [GeneratedRegex("name=\"form-key\"[^>]*value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
        private static partial Regex Key();
    }
}
