using System.Diagnostics;
using System.Text.Json.Serialization;
using Core.Requests;
using Microsoft.AspNetCore.Http;

namespace Service.Api.Answers;

/// <summary>A problem as RFC 9457 writes it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The kind of problem.</param>
/// <param name="Detail">This one, as a sentence that says what to do.</param>
/// <param name="Errors">What is wrong with the input, by JSON path or header.</param>
/// <param name="Code">A stable name of a refusal.</param>
/// <param name="Source">The rule behind a refusal.</param>
internal sealed record Problem(
    int Status, string Title, string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source = null)
{
    /// <summary>Of no kind of its own: the status says it.</summary>
    public string Type => "about:blank";
}

/// <summary>Every answer of the API that is not what was asked for.</summary>
internal static class Problems
{
    private const string MediaType = "application/problem+json";

    /// <summary>400: what is wrong with the input, by field.</summary>
    public static IResult BadInput(IReadOnlyDictionary<string, string[]> errors) => Of(new Problem(
        400, "Bad input", $"Nothing was stored. Mend what is listed under errors: {string.Join(", ", errors.Keys)}.", errors));

    /// <summary>400: one field is wrong.</summary>
    public static IResult BadInput(string field, string problem) =>
        BadInput(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [problem] });

    /// <summary>401.</summary>
    public static IResult NotSignedIn() => new Challenge(Of(new Problem(
        401, "Not signed in", "Send the request's access token, or a staff token, as Authorization: Bearer.")));

    /// <summary>403.</summary>
    public static IResult Forbidden(string detail = "Your role does not allow this.") => Of(new Problem(403, "Not allowed", detail));

    /// <summary>404: the same answer for what does not exist and for what is somebody else's.</summary>
    public static IResult NotFound() => Of(new Problem(404, "Not found", "There is nothing here, or nothing that is yours."));

    /// <summary>409.</summary>
    public static IResult Conflict(string detail) => Of(new Problem(409, "Conflict", detail));

    /// <summary>410: a file that could be fetched once.</summary>
    public static IResult Gone(string detail) => Of(new Problem(410, "No longer available", detail));

    /// <summary>503: something this service needs does not answer.</summary>
    public static IResult Unavailable(string detail) => Of(new Problem(503, "Temporarily unavailable", detail));

    /// <summary>A "no" of the lifecycle.</summary>
    public static IResult Of(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.WrongState => Of(new Problem(422, "Not possible now", refusal.Text, Code: refusal.Code, Source: refusal.Source)),
        RefusalKind.BadInput => BadInput(refusal.Field ?? "body", refusal.Text),
        RefusalKind.Forbidden => Of(new Problem(403, "Not allowed", refusal.Text, Code: refusal.Code, Source: refusal.Source)),
        RefusalKind.Conflict => Of(new Problem(409, "Conflict", refusal.Text, Code: refusal.Code, Source: refusal.Source)),
        RefusalKind.TooOften => Of(new Problem(429, "Too often", refusal.Text, Code: refusal.Code, Source: refusal.Source)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Any problem.</summary>
    public static IResult Of(Problem problem) => Results.Json(problem, ApiJson.Options, MediaType, problem.Status);

    private sealed class Challenge(IResult problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return problem.ExecuteAsync(httpContext);
        }
    }
}
