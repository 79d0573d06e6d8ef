using Core.Release.Columns;

namespace Core.Release.Tables;

/// <summary>Decides whether a column gives shares of a group of students: percentages and rates, but no averages and no attendance.</summary>
internal static class ShareColumns
{
    private static readonly string[] Words =
        ["percent", "percentage", "percentages", "pct", "perc", "rate", "rates", "share", "proportion", "porcentaje", "por ciento", "tasa", "tasas"];

    /// <summary>Of days, points or money, not of students.</summary>
    private static readonly string[] OfOtherThings =
        ["average", "avg", "mean", "median", "attendance", "score", "scores", "gpa", "ratio", "index", "percentile", "percentiles", "sgp", "growth",
        "per", "budget", "change", "difference", "promedio", "asistencia"];

    /// <summary>The header speaks of a share of students.</summary>
    public static bool Speaks(string header)
    {
        var words = HeaderWords.Of(header);
        return Array.Exists(Words, words.Has) && (!Array.Exists(OfOtherThings, words.Has) || words.Has("chronic"));
    }

    /// <summary>The column holds shares: by its header, or by the percent signs in its cells where the header does not say otherwise.</summary>
    public static bool Holds(ColumnProfile column, IReadOnlyList<FilePart.Row> rows)
    {
        if (Speaks(column.Header))
        {
            return true;
        }

        var words = HeaderWords.Of(column.Header);
        return !Array.Exists(OfOtherThings, words.Has) && rows.Any(row => ShareText.Read(row.Text(column.Index)) is { IsPercent: true });
    }
}
