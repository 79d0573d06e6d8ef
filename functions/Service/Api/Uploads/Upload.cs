using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Service.Api.Bodies;

namespace Service.Api.Uploads;

/// <summary>A file part that has been dealt with.</summary>
/// <param name="Name">Its name, made plain.</param>
/// <param name="Kept">What became of the bytes.</param>
internal sealed record UploadedFile<T>(string Name, T Kept);

/// <summary>A multipart form as it was read.</summary>
/// <param name="Fields">Its text fields.</param>
/// <param name="File">The file, once its bytes are stored; null where none came or something is wrong.</param>
internal sealed record UploadForm<T>(IReadOnlyDictionary<string, string> Fields, UploadedFile<T>? File) where T : class;

/// <summary>
/// Reads multipart forms with one file, part by part: the bytes go where they are kept while they arrive. Not the framework's form
/// reader, which would hold the file first.
/// </summary>
internal static class Upload
{
    private const string FileField = "file";
    private const int LongestField = 10_000;
    private const int MostParts = 20;
    // Headers and text fields of the form, beside the file.
    private const long Around = 1 << 20;

    /// <summary>Reads the form. <paramref name="keep"/> stores the bytes and gives null where they are too many.</summary>
    /// <param name="largest">Most bytes of the file.</param>
    /// <param name="errors">What is wrong, by field.</param>
    public static async Task<UploadForm<T>> ReadAsync<T>(
        HttpRequest request, long largest, Func<Stream, Task<T?>> keep, BodyErrors errors, CancellationToken cancel) where T : class
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        UploadedFile<T>? file = null;
        if (BoundaryOf(request) is not { } boundary)
        {
            errors.Add(FileField, "Send a multipart/form-data form with a part named file.");
            return new(fields, file);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = largest + Around;
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 10, HeadersLengthLimit = 8_192 };
            for (var parts = 1; await reader.ReadNextSectionAsync(cancel) is { } part; parts++)
            {
                if (parts > MostParts || !ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                {
                    errors.Add("body", "The form cannot be read.");
                    break;
                }

                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (disposition.IsFileDisposition() && name == FileField && file is null)
                {
                    file = await FileAsync(part, disposition, largest, keep, errors);
                    if (file is null)
                    {
                        break;
                    }
                }
                else if (!disposition.IsFileDisposition() && fields.Count < MostParts)
                {
                    await FieldAsync(part, name, fields, errors, cancel);
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            errors.Add("body", "The form cannot be read: it is broken off or malformed.");
        }

        if (file is null && errors.None)
        {
            errors.Add(FileField, "This is required.");
        }

        return new(fields, file);
    }

    private static async Task<UploadedFile<T>?> FileAsync<T>(
        MultipartSection part, ContentDispositionHeaderValue disposition, long largest, Func<Stream, Task<T?>> keep, BodyErrors errors) where T : class
    {
        var given = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        if (await keep(part.Body) is { } kept)
        {
            return new(FileNames.Plain(given.ToString()), kept);
        }

        errors.Add(FileField, string.Create(CultureInfo.InvariantCulture, $"The file is larger than {largest >> 20} MB."));
        return null;
    }

    private static async Task FieldAsync(
        MultipartSection part, string name, Dictionary<string, string> fields, BodyErrors errors, CancellationToken cancel)
    {
        var bytes = new byte[LongestField + 1];
        var count = await part.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (count > LongestField)
        {
            errors.Add(name, "This is too long.");
            await part.Body.DrainAsync(cancel);
            return;
        }

        fields[name] = Encoding.UTF8.GetString(bytes, 0, count).Trim();
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 200 } boundary
            ? boundary
            : null;
}
