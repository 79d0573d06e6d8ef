using System.Globalization;
using System.Text;
using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Calendar;
using Service.Policy;
using Service.PublishedData;
using Service.SignIn;

namespace Service.Api;

/// <summary>The answer to a new file that is in force now.</summary>
/// <param name="Version">Its version.</param>
/// <param name="OpenRequestsTold">How many open requests were told of it; none where nothing changed.</param>
internal sealed record InForceView(int Version, int OpenRequestsTold);

/// <summary>The calendar and the policy as files. A bad one changes nothing.</summary>
internal static class AdminApi
{
    private const string CalendarType = "text/calendar";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin").RequireAuthorization(nameof(StaffRole.Administrator)).WithTags("Administrator");
        group.MapGet("/calendar", async (CalendarStore calendars, CancellationToken cancel) =>
                Results.Text(await calendars.TextAsync(cancel), $"{CalendarType}; charset=utf-8"))
            .Gives<string>(200, CalendarType).Refuses(401, 403).WithSummary("The district's closures as iCalendar.");
        group.MapPut("/calendar", PutCalendarAsync).TakesText(CalendarType).Gives<InForceView>(200).Refuses(400, 401, 403)
            .WithSummary("Replaces the closures. Every open deadline has moved when this answers.");
        group.MapGet("/policy", async (PolicyStore policies, CancellationToken cancel) =>
                Results.Text(await policies.TextAsync(cancel), "application/json; charset=utf-8"))
            .Gives<Core.Policy.OfficePolicy>(200).Refuses(401, 403).WithSummary("The policy in force.");
        group.MapPut("/policy", PutPolicyAsync).Takes<Core.Policy.OfficePolicy>().Gives<InForceView>(200).Refuses(400, 401, 403)
            .WithSummary("Replaces the policy. Every open request has looked at it when this answers.");
        group.MapGet("/catalog", async (CatalogueStore catalogues, CancellationToken cancel) =>
                Results.Text((await catalogues.VersionAsync(cancel)).Text, "application/json; charset=utf-8"))
            .Gives<IReadOnlyList<CatalogueEntry>>(200).Refuses(401, 403).WithSummary("The published datasets with their keywords, as a file.");
        group.MapPut("/catalog", PutCatalogueAsync).Takes<IReadOnlyList<CatalogueEntry>>().Gives<InForceView>(200).Refuses(400, 401, 403)
            .WithSummary("Replaces the published datasets.");
    }

    private static async Task<IResult> PutCatalogueAsync(HttpContext http, CatalogueStore catalogues, IClock clock, CancellationToken cancel)
    {
        if (await TextAsync(http.Request, cancel) is not { } text)
        {
            return NotText();
        }

        var (errors, version) = await catalogues.ReplaceAsync(text, basedOn: null, Name(http), clock.GetCurrentInstant(), cancel);
        return version is { } number
            ? Results.Json(new InForceView(number, 0), ApiJson.Options)
            : Wrong(errors.Select(error => (error.Line, error.Path.Length == 0 ? error.Text : $"{error.Path}: {error.Text}")));
    }

    private static async Task<IResult> PutCalendarAsync(
        HttpContext http, CalendarStore calendars, OpenRequestsRollout rollout, IClock clock, CancellationToken cancel)
    {
        if (await TextAsync(http.Request, cancel) is not { } text)
        {
            return NotText();
        }

        var replaced = await calendars.ReplaceAsync(text, Name(http), clock.GetCurrentInstant(), cancel);
        return replaced.After is { } after
            ? Results.Json(new InForceView(after.Version, await rollout.CalendarAsync(cancel)), ApiJson.Options)
            : Wrong(replaced.Errors.Select(error => (error.Line, error.Text)));
    }

    private static async Task<IResult> PutPolicyAsync(
        HttpContext http, PolicyStore policies, OpenRequestsRollout rollout, IClock clock, CancellationToken cancel)
    {
        if (await TextAsync(http.Request, cancel) is not { } text)
        {
            return NotText();
        }

        var replaced = await policies.ReplaceAsync(text, Name(http), clock.GetCurrentInstant(), cancel);
        return replaced.After is { } after
            ? Results.Json(new InForceView(after.Version, await rollout.PolicyAsync(cancel)), ApiJson.Options)
            : Wrong(replaced.Errors.Select(error => (error.Line, error.Path.Length == 0 ? error.Text : $"{error.Path}: {error.Text}")));
    }

    private static string Name(HttpContext http) => StaffSignIn.Of(http.User)!.Name;

    /// <summary>The body as text; null where it is too large or no text.</summary>
    private static async Task<string?> TextAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await Body.BytesAsync(request, Body.Limit, cancel) is { } bytes && Utf8.GetString(bytes.Span) is var text
                && !text.Contains('\0', StringComparison.Ordinal)
                    ? text.TrimStart('\uFEFF')
                    : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static IResult NotText() => Problems.BadInput("line 1", "The file must be UTF-8 text of at most 1 MB.");

    private static IResult Wrong(IEnumerable<(int Line, string Text)> errors) => Problems.BadInput(errors
        .GroupBy(error => error.Line)
        .ToDictionary(
            line => string.Create(CultureInfo.InvariantCulture, $"line {line.Key}"),
            line => line.Select(error => error.Text).ToArray(), StringComparer.Ordinal));
}
