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

    /// <summary>The rows as CSV. Columns are the properties of <typeparamref name="T"/>, in their order.</summary>
    public static string AsCsv<T>(IEnumerable<T> rows)
    {
        var columns = typeof(T).GetProperties();
        return Csv.Write(
            [.. columns.Select(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name))],
            rows.Select(row => columns.Select(column => column.GetValue(row)).ToList()));
    }
}
