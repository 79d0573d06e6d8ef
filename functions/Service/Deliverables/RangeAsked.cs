using Core.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Service.Deliverables;

/// <summary>Which part of a file somebody asks for, as RFC 9110 reads the headers; what is on record of a download says how much it was.</summary>
internal static class RangeAsked
{
    /// <summary>The tag of a file: its bytes never change, so it is their hash.</summary>
    public static EntityTagHeaderValue Tag(Deliverable file) => new($"\"{file.Sha256}\"");

    /// <summary>No range, or one of bytes. Of another unit nothing is known, and the whole is sent (RFC 9110, 14.2).</summary>
    public static bool IsUnderstood(HttpRequest request) =>
        request.GetTypedHeaders().Range is not { } range || range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many bytes are asked for: all of them where no range is given, or one that does not hold.</summary>
    public static long Bytes(HttpRequest request, Deliverable file)
    {
        var headers = request.GetTypedHeaders();
        // Several ranges at once are answered with the whole, and so is a part of another version.
        if (!IsUnderstood(request) || headers.Range is not { Ranges: { Count: 1 } ranges }
            || (headers.IfRange is { } version && version.EntityTag?.Compare(Tag(file), useStrongComparison: true) != true))
        {
            return file.Size;
        }

        var range = ranges.Single();
        var last = Math.Min(range.To ?? long.MaxValue, file.Size - 1);
        return range.From is { } first ? Math.Max(0, last - first + 1) : Math.Min(range.To ?? 0, file.Size);
    }
}
