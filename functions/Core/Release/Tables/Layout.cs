using Core.Release.Columns;

namespace Core.Release.Tables;

/// <summary>A column that counts: what, and of whom beyond what its row says.</summary>
internal sealed record CountingColumn(ColumnProfile Column, string Measure, Group Of);

/// <summary>A column that breaks students down.</summary>
/// <param name="Column">The column.</param>
/// <param name="Dimension">By what; null where each of its cells names a category of some dimension of its own ("Student group").</param>
internal sealed record BreakdownColumn(ColumnProfile Column, string? Dimension);

/// <summary>Which columns of a table break students down, which count them, and which give shares.</summary>
internal sealed record Layout(IReadOnlyList<BreakdownColumn> Breakdowns, IReadOnlyList<CountingColumn> Counting, IReadOnlyList<ColumnProfile> Shares)
{
    /// <summary>What is counted where nothing else is said.</summary>
    public const string Students = "students";

    public static Layout Of(IReadOnlyList<ColumnProfile> columns, IReadOnlyList<FilePart.Row> rows)
    {
        var counting = columns.Where((column, index) =>
            (column.Count(CellSigns.Integer) > 0 && CountColumns.Counts(column, columns.ElementAtOrDefault(index + 1)))
            || (IsHiddenWhole(column, rows) && !ShareColumns.Speaks(column.Header) && !IsBreakdown(column))).ToList();
        var shares = columns.Where(column => !counting.Contains(column) && ShareColumns.Holds(column, rows)).ToList();
        var breakdowns = columns.Where(column => !counting.Contains(column) && !shares.Contains(column)
            && column.Count(CellSigns.Fraction) == 0 && column.HeaderKind is not (ColumnKind.Rate or ColumnKind.Money)).ToList();
        return new(BrokenDown(breakdowns, rows), Counted(counting, rows), shares);
    }

    /// <summary>Nothing but marks: a column of counts of which every one is hidden.</summary>
    private static bool IsHiddenWhole(ColumnProfile column, IReadOnlyList<FilePart.Row> rows) =>
        column.Cells > 0 && rows.All(row => HiddenMark.Read(row.Text(column.Index)) is not null);

    /// <summary>"6-8" is a band of grades or ages there, no mark.</summary>
    private static bool IsBreakdown(ColumnProfile column) =>
        column.HeaderKind is ColumnKind.Grade or ColumnKind.Age or ColumnKind.Date or ColumnKind.EnrollmentDate;

    private static List<BreakdownColumn> BrokenDown(List<ColumnProfile> columns, IReadOnlyList<FilePart.Row> rows)
    {
        var kept = new List<BreakdownColumn>();
        foreach (var column in columns)
        {
            // A code beside the name it stands for breaks nobody down any further.
            if (kept.Find(other => SameThing(other.Column.Index, column.Index, rows)) is { } twin)
            {
                if (twin.Column.HeaderKind == ColumnKind.Code)
                {
                    kept[kept.IndexOf(twin)] = new(column, twin.Dimension);
                }

                continue;
            }

            var dimension = DimensionOf(column, rows);
            kept.Add(new(column, dimension is not null && kept.Exists(other => other.Dimension == dimension)
                ? $"{dimension} ({Place.Letters(column.Index)})" : dimension));
        }

        return kept;
    }

    private static bool SameThing(int one, int other, IReadOnlyList<FilePart.Row> rows)
    {
        var (there, back) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var (a, b) = (row.Text(one).Trim(), row.Text(other).Trim());
            if (Totals.IsTotal(a) || Totals.IsTotal(b))
            {
                continue;
            }

            if (a.Length == 0 || b.Length == 0
                || (there.TryGetValue(a, out var known) && known != b) || (back.TryGetValue(b, out known) && known != a))
            {
                return false;
            }

            there[a] = b;
            back[b] = a;
        }

        return there.Count > 1;
    }

    private static string? DimensionOf(ColumnProfile column, IReadOnlyList<FilePart.Row> rows)
    {
        var named = Categories.DimensionOf(column);
        var known = rows.Select(row => row.Text(column.Index)).Where(text => !string.IsNullOrWhiteSpace(text) && !Totals.IsTotal(text))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(500).Select(text => Categories.Of(text, named)?.Dimension).ToList();
        var dimensions = known.Where(one => one is not null).Distinct(StringComparer.Ordinal).ToList();
        return dimensions.Count switch
        {
            // "Student group" over girls, boys, English learners: each row says by itself what it is a part of.
            > 1 => null,
            1 when known.TrueForAll(one => one is not null) => dimensions[0],
            _ => named,
        };
    }

    private static List<CountingColumn> Counted(List<ColumnProfile> columns, IReadOnlyList<FilePart.Row> rows)
    {
        var read = columns.ConvertAll(column => Named(column));
        var total = columns.FindIndex(column => Totals.IsTotal(column.Header));
        var unknown = Enumerable.Range(0, columns.Count).Where(at => at != total && read[at].Of == Group.Everybody && read[at].Measure != Students).ToList();
        if (total >= 0 && columns.Count(column => Totals.IsTotal(column.Header)) == 1 && unknown.Count > 0)
        {
            var siblings = Enumerable.Range(0, columns.Count).Where(at => read[at].Of != Group.Everybody && read[at].Measure == Students).ToList();
            var dimension = siblings.Select(at => read[at].Of.By.Keys.First()).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : "columns";
            // Columns that no table knows are parts of the total where they can add up to it in every row.
            if (unknown.Count + siblings.Count > 1 && rows.All(row => CanAddUp(row, [.. unknown.Concat(siblings).Select(at => columns[at].Index)], columns[total].Index)))
            {
                unknown.ForEach(at => read[at] = new(
                    columns[at], Students, Group.Everybody.With(dimension, HeaderText(columns[at].Header))));
            }
        }

        // Two columns of the same name count two things, though nothing says which.
        var taken = new HashSet<(string, string)>();
        return read.ConvertAll(one => taken.Add((one.Measure, one.Of.Key)) ? one : one with { Measure = $"{HeaderText(one.Column.Header)} ({Place.Letters(one.Column.Index)})" });
    }

    /// <summary>"Girls suspended" counts suspended girls; "Enrolled" counts students.</summary>
    private static CountingColumn Named(ColumnProfile column)
    {
        if (Categories.YearOf(column.Header) is { } year)
        {
            return new(column, Students, Group.Everybody.With(Categories.Year, year));
        }

        if (!Totals.IsTotal(column.Header) && Categories.Of(column.Header) is { } whole)
        {
            return new(column, Students, Group.Everybody.With(whole.Dimension, whole.Category));
        }

        var telling = Categories.Telling(column.Header);
        for (var length = telling.Count - 1; length > 0; length--)
        {
            if (Categories.Of(string.Join(' ', telling.Take(length))) is { } front)
            {
                return new(column, string.Join(' ', telling.Skip(length)), Group.Everybody.With(front.Dimension, front.Category));
            }

            if (Categories.Of(string.Join(' ', telling.Skip(telling.Count - length))) is { } back)
            {
                return new(column, string.Join(' ', telling.Take(telling.Count - length)), Group.Everybody.With(back.Dimension, back.Category));
            }
        }

        return new(column, telling.Count == 0 || Totals.IsTotal(column.Header) ? Students : string.Join(' ', telling), Group.Everybody);
    }

    private static string HeaderText(string header) => string.Join(' ', HeaderWords.Of(header).Words);

    private static bool CanAddUp(FilePart.Row row, IReadOnlyList<int> parts, int total)
    {
        if (CountText.Read(row.Text(total)) is not { Value: { } whole })
        {
            return true;
        }

        var read = parts.Select(part => CountText.Read(row.Text(part))).ToList();
        var least = read.Sum(one => one is null ? 0 : one.Value ?? one.Low);
        var most = read.Exists(one => one is { Value: null, High: null }) ? long.MaxValue : read.Sum(one => one is null ? 0 : one.Value ?? one.High!.Value);
        return least <= whole && whole <= most;
    }
}
