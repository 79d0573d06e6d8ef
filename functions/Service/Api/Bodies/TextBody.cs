using System.Text;
using Microsoft.AspNetCore.Http;
using Service.Api.Answers;

namespace Service.Api.Bodies;

/// <summary>A body that is a text file.</summary>
internal static class TextBody
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body as text; null where it is too large or no text.</summary>
    public static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancel)
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

    /// <summary>What is answered then.</summary>
    public static IResult NotText() => Problems.BadInput("line 1", "The file must be UTF-8 text of at most 1 MB.");
}
