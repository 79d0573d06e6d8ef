using System.Globalization;
using Core.Requests;
using Core.Training;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Desk;
using Service.Registers;
using Service.Reports;
using Service.SignIn;
using Service.Training;

namespace Service.Api;

/// <summary>How somebody stands with one course.</summary>
internal sealed record TrainingRow(
    string Name, string Email, string Office, string Roles, string Course, LocalDate? ValidUntil, TrainingMark Mark);

/// <summary>What a file changes, or has changed.</summary>
/// <param name="Version">The version of the register in force.</param>
internal sealed record TrainingChangeView(
    int Version, bool InForce, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, IReadOnlyList<string> HeldUp);

/// <summary>The training register for scripts: who stands how, completion by office, and a file that adds or replaces.</summary>
internal static class TrainingApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/training").WithTags("Administrator");
        group.MapGet("", RowsAsync).Gives<IReadOnlyList<TrainingRow>>(200, "application/json", Csv.MediaType).Refuses(401, 403)
            .WithSummary("The staff and their training: a row a person and course. JSON, or CSV by Accept.");
        group.MapGet("/completion", CompletionAsync).Gives<IReadOnlyList<TrainingCompletion>>(200, "application/json", Csv.MediaType).Refuses(401, 403)
            .WithSummary("Completion by office. JSON, or CSV by Accept.");
        group.MapGet("/register", async (TrainingStore store, CancellationToken cancel) => Results.Text(await store.TextAsync(cancel), $"{Csv.MediaType}; charset=utf-8"))
            .Gives<string>(200, Csv.MediaType).Refuses(401, 403).WithSummary("The register as the CSV file that PUT takes.");
        group.MapPut("/register", PutAsync).TakesText(Csv.MediaType).Gives<TrainingChangeView>(200).Refuses(400, 401, 403, 409)
            .TakesQuery(("way", "Add (what is known stays) or Replace (the file is the register). Replace where nothing is said."), ("preview", "true: says what would change and changes nothing."))
            .WithSummary("Changes the register by a CSV file; a file with any bad line changes nothing.");
    }

    private static async Task<IResult> RowsAsync(HttpContext http, CurrentCircumstances current, CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        var rules = now.Policy.Training;
        return Tables.Answer(http.Request, "training",
            (IReadOnlyList<TrainingRow>)[
                .. from person in now.Training.People
                   from course in rules.Courses
                   let standing = TrainingStanding.Of(person, course, rules, now.Today)
                   select new TrainingRow(
                       person.Name, person.Email, person.Office, string.Join(';', person.Roles), course.Code, standing.ValidUntil, standing.Mark),
            ]);
    }

    private static async Task<IResult> CompletionAsync(HttpContext http, CurrentCircumstances current, CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        return Tables.Answer(http.Request, "training-completion", TrainingCompletion.Of(now.Training, now.Policy.Training, now.Today));
    }

    private static async Task<IResult> PutAsync(HttpContext http, TrainingDesk desk, TrainingStore store, CancellationToken cancel)
    {
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
        if (proposal.Change is not { } change)
        {
            return Problems.BadInput(proposal.Errors.GroupBy(error => error.Line).ToDictionary(
                line => string.Create(CultureInfo.InvariantCulture, $"line {line.Key}"),
                line => line.Select(error => error.Column is null ? error.Text : $"{error.Column}: {error.Text}").ToArray(), StringComparer.Ordinal));
        }

        if (!isPreview && !await desk.PutAsync(proposal, proposal.Seen, StaffSignIn.Of(http.User)!.Name, "File by API", cancel))
        {
            return Problems.Conflict("Somebody changed the register at the same time; try again.");
        }

        return Results.Json(
            new TrainingChangeView(
                (await store.CurrentAsync(cancel)).Version, !isPreview, Names(change.Added), Names(change.Changed), Names(change.Removed), change.HeldUp),
            ApiJson.Options);
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<TrainedPerson> people) => [.. people.Select(person => person.Name)];
}
