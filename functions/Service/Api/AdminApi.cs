using Core.Calendar;
using System.Globalization;
using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Calendar;
using Service.Settings;
using Service.Policy;
using Service.PublishedData;
using Service.SignIn;

namespace Service.Api;

/// <summary>What a calendar file would change.</summary>
/// <param name="Version">The version in force, which it was compared with.</param>
/// <param name="Change">The closures that come and go, in words.</param>
/// <param name="Moves">The open deadlines that would move, and who would be told.</param>
internal sealed record CalendarPreviewView(int Version, string Change, IReadOnlyList<DeadlineMove> Moves);

/// <summary>The answer to a new file that is in force now.</summary>
/// <param name="Version">Its version.</param>
/// <param name="OpenRequestsTold">How many open requests were told of it; none where nothing changed.</param>
internal sealed record InForceView(int Version, int OpenRequestsTold);

/// <summary>What a policy would change.</summary>
/// <param name="Version">The version in force, which it was compared with.</param>
/// <param name="Differences">The settings that differ.</param>
/// <param name="Requests">The open requests it would change something about.</param>
internal sealed record PolicyPreviewAnswer(int Version, IReadOnlyList<PolicyDifference> Differences, IReadOnlyList<PolicyChangeOf> Requests);

/// <summary>The calendar and the policy as files. A bad one changes nothing.</summary>
internal static class AdminApi
{
    private const string CalendarType = "text/calendar";

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin").WithTags("Administrator");
        group.MapGet("/calendar", async (CalendarStore calendars, CancellationToken cancel) =>
                Results.Text(await calendars.TextAsync(cancel), $"{CalendarType}; charset=utf-8"))
            .Gives<string>(200, CalendarType).Refuses(401, 403).WithSummary("The district's closures as iCalendar.");
        group.MapPut("/calendar", PutCalendarAsync).TakesText(CalendarType).Gives<InForceView>(200).Refuses(400, 401, 403)
            .WithSummary("Replaces the closures. Every open deadline has moved when this answers.");
        group.MapPost("/calendar/preview", PreviewCalendarAsync).TakesText(CalendarType).Gives<CalendarPreviewView>(200).Refuses(400, 401, 403)
            .WithSummary("What a calendar file would change: closures, the open deadlines that move, who is told. Nothing is stored.");
        group.MapGet("/calendar/history", async (CalendarStore calendars, CancellationToken cancel) => Results.Json(await calendars.HistoryAsync(cancel), ApiJson.Options))
            .Gives<IReadOnlyList<SettingVersion>>(200).Refuses(401, 403).WithSummary("Who changed the calendar when, the latest first.");
        group.MapGet("/policy", async (PolicyStore policies, CancellationToken cancel) =>
                Results.Text(await policies.TextAsync(cancel), "application/json; charset=utf-8"))
            .Gives<Core.Policy.OfficePolicy>(200).Refuses(401, 403).WithSummary("The policy in force.");
        group.MapPut("/policy", PutPolicyAsync).Takes<Core.Policy.OfficePolicy>().Gives<InForceView>(200).Refuses(400, 401, 403)
            .WithSummary("Replaces the policy. Every open request has looked at it when this answers.");
        group.MapPost("/policy/preview", PreviewPolicyAsync).Takes<Core.Policy.OfficePolicy>().Gives<PolicyPreviewAnswer>(200).Refuses(400, 401, 403)
            .WithSummary("What a policy would change: settings, and waits of open requests. Nothing is stored.");
        group.MapGet("/policy/history", async (PolicyStore policies, CancellationToken cancel) => Results.Json(await policies.HistoryAsync(cancel), ApiJson.Options))
            .Gives<IReadOnlyList<SettingVersion>>(200).Refuses(401, 403).WithSummary("Who changed the policy when, the latest first.");
        group.MapGet("/catalog", async (CatalogueStore catalogues, CancellationToken cancel) =>
                Results.Text((await catalogues.VersionAsync(cancel)).Text, "application/json; charset=utf-8"))
            .Gives<IReadOnlyList<CatalogueEntry>>(200).Refuses(401, 403).WithSummary("The published datasets with their keywords, as a file.");
        group.MapPut("/catalog", PutCatalogueAsync).Takes<IReadOnlyList<CatalogueEntry>>().Gives<InForceView>(200).Refuses(400, 401, 403)
            .WithSummary("Replaces the published datasets.");
    }

    private static async Task<IResult> PutCatalogueAsync(HttpContext http, CatalogueStore catalogues, IClock clock, CancellationToken cancel)
    {
        if (await TextBody.ReadAsync(http.Request, cancel) is not { } text)
        {
            return TextBody.NotText();
        }

        var (errors, version) = await catalogues.ReplaceAsync(text, basedOn: null, Name(http), clock.GetCurrentInstant(), cancel);
        return version is { } number
            ? Results.Json(new InForceView(number, 0), ApiJson.Options)
            : Wrong(errors.Select(error => (error.Line, error.Path.Length == 0 ? error.Text : $"{error.Path}: {error.Text}")));
    }

    private static async Task<IResult> PreviewCalendarAsync(
        HttpContext http, CalendarStore calendars, DeadlineMoves moves, IClock clock, CancellationToken cancel)
    {
        if (await TextBody.ReadAsync(http.Request, cancel) is not { } text)
        {
            return TextBody.NotText();
        }

        var proposal = await calendars.ProposeAsync(text, clock.GetCurrentInstant(), cancel);
        return proposal is { Before: { } before, After: { } after }
            ? Results.Json(new CalendarPreviewView(proposal.Seen, CalendarChange.Describe(before, after), await moves.BetweenAsync(before, after, cancel)), ApiJson.Options)
            : Wrong(proposal.Errors.Select(error => (error.Line, error.Text)));
    }

    private static async Task<IResult> PutCalendarAsync(
        HttpContext http, CalendarStore calendars, OpenRequestsRollout rollout, IClock clock, CancellationToken cancel)
    {
        if (await TextBody.ReadAsync(http.Request, cancel) is not { } text)
        {
            return TextBody.NotText();
        }

        var replaced = await calendars.ReplaceAsync(text, Name(http), clock.GetCurrentInstant(), cancel);
        return replaced.After is { } after
            ? Results.Json(new InForceView(after.Version, await rollout.CalendarAsync(cancel)), ApiJson.Options)
            : Wrong(replaced.Errors.Select(error => (error.Line, error.Text)));
    }

    private static async Task<IResult> PreviewPolicyAsync(HttpContext http, PolicyPreview preview, CancellationToken cancel)
    {
        if (await TextBody.ReadAsync(http.Request, cancel) is not { } text)
        {
            return TextBody.NotText();
        }

        var proposal = await preview.OfAsync(text, cancel);
        return proposal.Errors.Count == 0
            ? Results.Json(new PolicyPreviewAnswer(proposal.Seen, proposal.Differences, proposal.Requests), ApiJson.Options)
            : Wrong(proposal.Errors.Select(error => (error.Line, error.Path.Length == 0 ? error.Text : $"{error.Path}: {error.Text}")));
    }

    private static async Task<IResult> PutPolicyAsync(
        HttpContext http, PolicyStore policies, OpenRequestsRollout rollout, IClock clock, CancellationToken cancel)
    {
        if (await TextBody.ReadAsync(http.Request, cancel) is not { } text)
        {
            return TextBody.NotText();
        }

        var replaced = await policies.ReplaceAsync(text, Name(http), clock.GetCurrentInstant(), cancel);
        return replaced.After is { } after
            ? Results.Json(new InForceView(after.Version, await rollout.PolicyAsync(cancel)), ApiJson.Options)
            : Wrong(replaced.Errors.Select(error => (error.Line, error.Path.Length == 0 ? error.Text : $"{error.Path}: {error.Text}")));
    }

    private static string Name(HttpContext http) => StaffSignIn.Of(http.User)!.Name;

    private static IResult Wrong(IEnumerable<(int Line, string Text)> errors) => Problems.BadInput(errors
        .GroupBy(error => error.Line)
        .ToDictionary(
            line => string.Create(CultureInfo.InvariantCulture, $"line {line.Key}"),
            line => line.Select(error => error.Text).ToArray(), StringComparer.Ordinal));
}
