using System.Text.Json;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Service.Api.Answers;
using Service.Audit;
using Service.Desk;
using Service.SignIn;
using Service.Storage;
using Service.Storage.Events;
using Service.Upkeep;

namespace Service.Api;

/// <summary>Whether what is on record is what was recorded; and the seals, for whoever wants to check that without us.</summary>
internal static class AuditApi
{
    private const string Text = "text/plain";
    private const string Lines = "application/x-ndjson";

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/audit").WithTags("Staff");
        group.MapGet("/verify", async (HttpContext http, VerificationDesk audit, CancellationToken cancel) =>
                Results.Json(await audit.VerifyAsync(StaffSignIn.Of(http.User)!.Name, cancel), ApiJson.Options))
            .Gives<Verification>(200).Refuses(401, 403)
            .WithSummary("Recomputes every chain, compares it with the seals, and names the first broken place.");
        group.MapGet("/seals", async (SealBook book, CancellationToken cancel) => Results.Json(await book.DaysAsync(cancel), ApiJson.Options))
            .Gives<IReadOnlyList<LocalDate>>(200).Refuses(401, 403)
            .WithSummary("The days on which the records were sealed, oldest first.");
        group.MapGet("/seals/export", ExportAsync).Gives<string>(200, Text).Refuses(401, 403)
            .WithSummary("Every seal, one after the other, as text; tests/Verifier checks it on any machine.");
        group.MapGet("/chains/{chain}", ChainAsync).Gives<string>(200, Lines).Refuses(401, 403, 404)
            .WithSummary("The stored entries of one chain, a JSON object a line, for checking them against a seal. Such an export is on record.");
    }

    public static async Task<IResult> ExportAsync(SealBook book, CancellationToken cancel)
    {
        var days = await book.DaysAsync(cancel);
        return Results.Stream(async to =>
        {
            foreach (var day in days)
            {
                if (await book.OpenAsync(day, cancel) is { } content)
                {
                    await using (content)
                    {
                        await content.CopyToAsync(to, cancel);
                    }
                }
            }
        }, $"{Text}; charset=utf-8", days.Count == 0 ? "seals.txt" : $"seals-until-{LocalDatePattern.Iso.Format(days[^1])}.txt");
    }

    private static async Task<IResult> ChainAsync(
        string chain, HttpContext http, EventStore events, ChainLog log, ReadTrail reads, CancellationToken cancel)
    {
        var isRequest = RequestIds.CanBe(chain);
        if (isRequest ? await events.HashAtAsync(chain, 1, cancel) is null : await log.HeadAsync(chain, cancel) is null)
        {
            return Problems.NotFound();
        }

        await reads.RecordAsync(StaffSignIn.Of(http.User)!, ReadOf.Chain, cancel, isRequest ? chain : null, chain);
        return Results.Stream(async to =>
        {
            var entries = isRequest ? events.ChainAsync(chain, cancel) : log.ReadAsync(chain, 1, int.MaxValue, cancel);
            await foreach (var entry in entries)
            {
                await JsonSerializer.SerializeAsync(to, entry, ApiJson.Options, cancel);
                await to.WriteAsync("\n"u8.ToArray(), cancel);
            }
        }, Lines, $"{chain}.ndjson");
    }
}
