using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Service.Api.Answers;

namespace Service.Api.Bodies;

/// <summary>What was read from a body: a value, or the answer that says what is wrong with it.</summary>
internal sealed record Read<T>(T? Value, IResult? Problem) where T : class;

/// <summary>Reads JSON bodies strictly and whole before anything is done with them.</summary>
internal static class Body
{
    /// <summary>Most bytes of a JSON body: 1 MB.</summary>
    public const int Limit = 1_048_576;

    /// <summary>The field that problems with the body as a whole are listed under.</summary>
    private const string Whole = "body";

    // Depth bounds the parser's stack; nothing here nests deeper than four. A field given twice has no one meaning.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads an object. <paramref name="read"/> notes what is wrong and may then return anything.</summary>
    public static async Task<Read<T>> ReadAsync<T>(HttpRequest request, Func<BodyObject, T?> read, CancellationToken cancel) where T : class
    {
        if (await BytesAsync(request, Limit, cancel) is not { } bytes)
        {
            return Bad<T>("The body is larger than 1 MB.");
        }

        try
        {
            // Strictly, because the parser lets bytes that are no UTF-8 pass until a field is read.
            using var document = JsonDocument.Parse(Utf8.GetString(bytes.Span), Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Bad<T>("The body must be a JSON object.");
            }

            var errors = new BodyErrors();
            var value = read(new(document.RootElement, "", errors));
            return errors.None ? new(value, Problem: null) : new(Value: null, Problems.BadInput(errors.ByPath()));
        }
        catch (JsonException wrong)
        {
            return Bad<T>(wrong.LineNumber is { } line ? $"The body is not JSON: see line {line + 1}." : "The body is not JSON.");
        }
        catch (Exception wrong) when (wrong is DecoderFallbackException or InvalidOperationException)
        {
            return Bad<T>("The body is not UTF-8 text.");
        }
    }

    /// <summary>All bytes of a body; null where there are more than <paramref name="limit"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        var content = new MemoryStream();
        var buffer = new byte[16_384];
        while (await request.Body.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            if (content.Length + count > limit)
            {
                return null;
            }

            content.Write(buffer, 0, count);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static Read<T> Bad<T>(string problem) where T : class => new(Value: null, Problems.BadInput(Whole, problem));
}
