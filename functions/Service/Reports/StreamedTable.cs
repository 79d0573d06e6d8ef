using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Service.Api.Answers;

namespace Service.Reports;

/// <summary>
/// A report written while it is read, so that it costs the same memory whatever its length. Where reading fails half-way the connection
/// is cut: a report that ends early must not look whole.
/// </summary>
internal sealed class StreamedTable<T>(bool asCsv, IAsyncEnumerable<T> rows) : IResult
{
    private const int BufferBytes = 16_384;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancel) = (httpContext.Response, httpContext.RequestAborted);
        if (!asCsv)
        {
            response.ContentType = "application/json; charset=utf-8";
            await JsonSerializer.SerializeAsync(response.Body, rows, ApiJson.Options, cancel);
            return;
        }

        response.ContentType = $"{Csv.MediaType}; charset=utf-8";
        var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferBytes, leaveOpen: true);
        await text.WriteAsync(Csv.Line(Tables.Header<T>()).AsMemory(), cancel);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            await text.WriteAsync(Csv.Line(Tables.Cells(row)).AsMemory(), cancel);
        }

        // Not disposed where something failed: what is still in it would be written as if all were well.
        await text.FlushAsync(cancel);
    }
}
