using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Service.Api.Answers;

namespace Service.Reports;

/// <summary>A report as the caller wants it: JSON, or the same rows and columns as CSV.</summary>
internal static class Tables
{
    /// <summary>The answer. Columns are the properties of <typeparamref name="T"/>, in their order.</summary>
    public static IResult Answer<T>(HttpRequest request, string name, IReadOnlyList<T> rows)
    {
        request.HttpContext.Response.Headers.Vary = "Accept";
        if (!Csv.IsAskedFor(request))
        {
            return Results.Json(rows, ApiJson.Options);
        }

        request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        return Results.Text(AsCsv(rows), $"{Csv.MediaType}; charset=utf-8");
    }

    /// <summary>The same for a report of any length, which is written while it is read.</summary>
    public static IResult Answer<T>(HttpRequest request, string name, IAsyncEnumerable<T> rows)
    {
        request.HttpContext.Response.Headers.Vary = "Accept";
        var asCsv = Csv.IsAskedFor(request);
        if (asCsv)
        {
            request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        }

        return new StreamedTable<T>(asCsv, rows);
    }

    /// <summary>The rows as CSV. Columns are the properties of <typeparamref name="T"/>, in their order.</summary>
    public static string AsCsv<T>(IEnumerable<T> rows) => Csv.Write(Header<T>(), rows.Select(Cells));

    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Header<T>() =>
        [.. typeof(T).GetProperties().Select(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name))];

    /// <summary>The cells of a row.</summary>
    public static IReadOnlyList<object?> Cells<T>(T row) => [.. typeof(T).GetProperties().Select(column => column.GetValue(row))];
}
