using System.Text.Json;

namespace Local.Dev;

/// <summary>The JSON body of a call to /dev: an object, or a sentence that says why it is none.</summary>
internal static class DevBody
{
    /// <summary>Reads it; the result is null where the answer is already known, which then comes with it.</summary>
    public static async Task<(JsonElement? Body, IResult? Answer)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
            return (null, Results.Problem("Send JSON, with the content type application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        try
        {
            var body = await request.ReadFromJsonAsync<JsonElement>(cancel);
            return body.ValueKind == JsonValueKind.Object ? (body, null) : (null, Bad("body", "It must be a JSON object."));
        }
        catch (JsonException)
        {
            return (null, Bad("body", "It is not valid JSON."));
        }
    }

    /// <summary>The answer to a body that cannot be used, with the field named.</summary>
    public static IResult Bad(string field, string why) =>
        Results.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [why] }, detail: $"{field}: {why}");
}
