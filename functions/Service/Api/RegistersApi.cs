using System.Globalization;
using Core.Partners;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Desk;
using Service.Partners;
using Service.Registers;
using Service.Reports;
using Service.Settings;
using Service.SignIn;

namespace Service.Api;

/// <summary>What a file changes in a register, or has changed.</summary>
/// <param name="Version">The version of the register in force.</param>
/// <param name="InForce">Whether the change is in force.</param>
/// <param name="Differences">What differs, entry by entry.</param>
internal sealed record RegisterChangeView(int Version, bool InForce, IReadOnlyList<RegisterDifference> Differences);

/// <summary>The registers of partners and research approvals for scripts, and what they say of a request.</summary>
internal static class RegistersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/registers/{register}").WithTags("Administrator");
        group.MapGet("", ReadAsync).Gives<IReadOnlyList<Dictionary<string, string>>>(200, "application/json", Csv.MediaType).Refuses(401, 403, 404)
            .WithSummary("A register: partners or approvals. JSON, or by Accept the CSV file that PUT takes.");
        group.MapGet("/history", async (string register, IEnumerable<IRegisterDesk> desks, CancellationToken cancel) =>
                Find(desks, register) is { } desk ? Results.Json(await desk.HistoryAsync(cancel), ApiJson.Options) : Problems.NotFound())
            .Gives<IReadOnlyList<SettingVersion>>(200).Refuses(401, 403, 404).WithSummary("Who changed the register when, the latest first.");
        group.MapPut("", PutAsync).TakesText(Csv.MediaType).Gives<RegisterChangeView>(200).Refuses(400, 401, 403, 404, 409)
            .TakesQuery(("way", "Add (what is known stays) or Replace (the file is the register). Replace where nothing is said."), ("preview", "true: says what would change and changes nothing."))
            .WithSummary("Changes a register by a CSV file; a file with any bad line changes nothing.");
        api.MapGet("/requests/{id}/partner", OfRequestAsync).WithTags("Staff").Gives<IReadOnlyList<PartnerFinding>>(200).Refuses(401, 403, 404)
            .WithSummary("What the registers say of who made a request: what its partner or researcher already has, and what contradicts the request.");
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http, string register, IEnumerable<IRegisterDesk> desks, CurrentCircumstances current, CancellationToken cancel)
    {
        if (Find(desks, register) is not { } desk)
        {
            return Problems.NotFound();
        }

        http.Response.Headers.Vary = "Accept";
        if (Csv.IsAskedFor(http.Request))
        {
            return Results.Text((await desk.CurrentAsync(cancel)).Text, $"{Csv.MediaType}; charset=utf-8");
        }

        var rows = await desk.RowsAsync((await current.NowAsync(cancel)).Today, cancel);
        return Results.Json(
            rows.Select(row => desk.Columns.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal)), ApiJson.Options);
    }

    private static async Task<IResult> PutAsync(
        HttpContext http, string register, IEnumerable<IRegisterDesk> desks, IClock clock, CancellationToken cancel)
    {
        if (Find(desks, register) is not { } desk)
        {
            return Problems.NotFound();
        }

        if (await TextBody.ReadAsync(http.Request, cancel) is not { } text)
        {
            return TextBody.NotText();
        }

        var (way, isPreview) = (http.Request.Query["way"].ToString(), http.Request.Query["preview"] == "true");
        if (way is not ("" or nameof(ImportWay.Add) or nameof(ImportWay.Replace)))
        {
            return Problems.BadInput("way", "This must be Add or Replace.");
        }

        var proposal = await desk.ProposeAsync(text, way == nameof(ImportWay.Add) ? ImportWay.Add : ImportWay.Replace, cancel);
        if (proposal.Differences is not { } differences)
        {
            return Problems.BadInput(proposal.Errors.GroupBy(error => error.Line).ToDictionary(
                line => string.Create(CultureInfo.InvariantCulture, $"line {line.Key}"),
                line => line.Select(error => error.Column is null ? error.Text : $"{error.Column}: {error.Text}").ToArray(), StringComparer.Ordinal));
        }

        if (!isPreview && !await desk.PutAsync(proposal, proposal.Seen, StaffSignIn.Of(http.User)!.Name, clock.GetCurrentInstant(), "File by API", cancel))
        {
            return Problems.Conflict("Somebody changed the register at the same time; try again.");
        }

        return Results.Json(new RegisterChangeView((await desk.CurrentAsync(cancel)).Version, !isPreview, differences), ApiJson.Options);
    }

    private static async Task<IResult> OfRequestAsync(
        HttpContext http, string id, RequestAccess access, PartnerLookup partners, CurrentCircumstances current, CancellationToken cancel) =>
        await access.OpenToStaffAsync(http, id, cancel) switch
        {
            Access.Granted { State: var state } => Results.Json(await partners.OfAsync(state, (await current.NowAsync(cancel)).Today, cancel), ApiJson.Options),
            Access.Denied { Answer: var answer } => answer,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static IRegisterDesk? Find(IEnumerable<IRegisterDesk> desks, string name) => desks.FirstOrDefault(desk => desk.Name == name);
}
