using Core.Release.Columns;

namespace Core.Release.Tables;

/// <summary>
/// Finds out what each share is a share of. Where rows show the count, the base and the share, they prove it: the pair of columns that
/// agrees in every such row. Otherwise the headers decide.
/// </summary>
internal static class ShareReader
{
    private const double Slack = 1e-9;
    private const string Students = "students";

    /// <summary>How a column writes its numbers: their scale, its digits, and whether the rest is rounded or cut off.</summary>
    internal sealed record Writing(double Scale, int Decimals, bool IsCut)
    {
        public (double Low, double High) Range(ShareText text)
        {
            var half = text.IsNumber ? 0.5 * Math.Pow(10, -Decimals) / Scale : 0;
            var (low, high) = (text.Low / Scale, Math.Min(text.High / Scale, 1));
            return IsCut ? (low, Math.Min(low + (2 * half) + (high - low), 1)) : (Math.Max(low - half, 0), Math.Min(high + half, 1));
        }
    }

    /// <summary>Where the count above the line and the one below it stand, seen from a cell.</summary>
    internal sealed record Pair(Func<ShareCell, (string Measure, Group Group)> Over, Func<ShareCell, (string Measure, Group Group)> Under, int Rank);

    public static IReadOnlyList<Share> Of(IReadOnlyList<Figure> counts, IReadOnlyList<ShareCell> cells, Layout layout)
    {
        var known = new Dictionary<(string, string), Figure>();
        foreach (var figure in counts)
        {
            known.TryAdd((figure.Measure, figure.Group.Key), figure);
        }

        return [.. cells.GroupBy(cell => (cell.Column, cell.Measure)).SelectMany(column => Of([.. column], known, layout))];
    }

    private static IEnumerable<Share> Of(IReadOnlyList<ShareCell> cells, Dictionary<(string, string), Figure> known, Layout layout)
    {
        var writings = Writings(cells);
        var best = (Proofs: 0, Pair: (Pair?)null, Writing: writings[0]);
        foreach (var pair in Pairs(cells, layout))
        {
            foreach (var writing in writings)
            {
                if (Proofs(pair, writing, cells, known) is var proofs && (proofs > best.Proofs || (proofs == best.Proofs && proofs > 0 && pair.Rank < best.Pair!.Rank)))
                {
                    best = (proofs, pair, writing);
                }
            }
        }

        var (chosen, write) = best.Pair is { } proven ? (proven, best.Writing)
            : CommonBase.Of(cells, [.. Overs(cells, layout)], writings, known) is { } common ? common
            : (Guess(cells, writings[0], known, layout), writings[0]);
        if (chosen is null)
        {
            yield break;
        }

        foreach (var cell in cells)
        {
            var (over, under) = (chosen.Over(cell), chosen.Under(cell));
            var (low, high) = write.Range(cell.Text);
            if (over != under && low <= 1)
            {
                yield return new(over.Measure, over.Group, under.Measure, under.Group, cell.Place, Shown(cell.Text), low, high, cell.Row, cell.Column.Index);
            }
        }
    }

    private static string Shown(ShareText text)
    {
        static string Number(double value) => value.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture);
        var sign = text.IsPercent || text.Low > 1 ? " %" : "";
        return text.IsNumber ? $"{text.Low.ToString($"F{text.Decimals}", System.Globalization.CultureInfo.InvariantCulture)}{sign}"
            : double.IsPositiveInfinity(text.High) ? $"more than {Number(text.Low)}{sign}"
            : text.Low == 0 ? $"less than {Number(text.High)}{sign}"
            : $"{Number(text.Low)} to {Number(text.High)}{sign}";
    }

    private static List<Writing> Writings(IReadOnlyList<ShareCell> cells)
    {
        var decimals = cells.Where(cell => cell.Text.IsNumber).Select(cell => cell.Text.Decimals).DefaultIfEmpty(0).Max();
        var isFraction = cells.All(cell => !cell.Text.IsPercent && cell.Text.Low <= 1) && decimals > 0;
        double[] scales = isFraction ? [1, 100] : [100];
        return [.. scales.SelectMany(scale => new[] { new Writing(scale, decimals, false), new Writing(scale, decimals, true) })];
    }

    private static IEnumerable<Pair> Pairs(IReadOnlyList<ShareCell> cells, Layout layout)
    {
        var dimensions = cells.SelectMany(cell => cell.Group.By.Keys).Concat(layout.Counting.SelectMany(one => one.Of.By.Keys)).Distinct(StringComparer.Ordinal).ToList();
        var inline = cells[0].Measure;
        foreach (var over in Overs(cells, layout))
        {
            var rank = over.Rank;
            foreach (var under in layout.Counting)
            {
                yield return new(over.Find, cell => (under.Measure, Row(cell, inline, layout).And(under.Of)), rank + Distance(under.Column, cells[0].Column));
            }

            foreach (var dimension in dimensions)
            {
                yield return new(over.Find, cell => over.Find(cell) is var (measure, group) ? (measure, group.Without(dimension)) : default, rank + 5);
            }

            yield return new(
                over.Find, cell => over.Find(cell) is var (measure, group) ? (measure, dimensions.Aggregate(group, (so, one) => so.Without(one))) : default, rank + 6);
        }
    }

    /// <summary>The counts that can be above the line; the likeliest has the least rank.</summary>
    private static IEnumerable<(Func<ShareCell, (string Measure, Group Group)> Find, int Rank)> Overs(IReadOnlyList<ShareCell> cells, Layout layout) =>
        cells[0].Measure is { } inline
            ? [(cell => (inline, cell.Group), 0)]
            : layout.Counting.Select(counting => ((Func<ShareCell, (string, Group)>)(cell => (counting.Measure, cell.Group.And(counting.Of))),
                (Matches(counting.Column.Header, cells[0].Column.Header) ? 0 : 20) + Distance(counting.Column, cells[0].Column)));

    /// <summary>The group of the row a share stands in; what its own column adds is taken off.</summary>
    private static Group Row(ShareCell cell, string? inline, Layout layout) => inline is null
        ? cell.Group
        : layout.Counting.First(one => one.Column == cell.Column).Of.By.Keys.Aggregate(cell.Group, (so, dimension) => so.Without(dimension));

    private static int Distance(ColumnProfile one, ColumnProfile other) => Math.Min(Math.Abs(one.Index - other.Index), 10);

    /// <summary>How many rows prove the pair; 0 where one speaks against it. Nothing and everything prove little.</summary>
    private static int Proofs(Pair pair, Writing writing, IReadOnlyList<ShareCell> cells, Dictionary<(string, string), Figure> known)
    {
        var proofs = 0;
        foreach (var cell in cells)
        {
            if (Value(pair.Over(cell)) is not { } over || Value(pair.Under(cell)) is not { } under || under == 0 || pair.Over(cell) == pair.Under(cell))
            {
                continue;
            }

            var (low, high) = writing.Range(cell.Text);
            if (over < (under * low) - Slack || over > (under * high) + Slack)
            {
                return 0;
            }

            proofs += over > 0 && over < under ? 1 : 0;
        }

        return proofs;

        long? Value((string Measure, Group Group) at) => known.TryGetValue((at.Measure, at.Group.Key), out var figure) ? figure.Value : null;
    }

    /// <summary>Without a row that proves it: what a reader would take the share for. Null where that cannot be a share of whole students.</summary>
    private static Pair? Guess(IReadOnlyList<ShareCell> cells, Writing writing, Dictionary<(string, string), Figure> known, Layout layout)
    {
        var (column, counting) = (cells[0].Column, layout.Counting);
        if (cells[0].Measure is { } inline)
        {
            return new(cell => (inline, cell.Group), cell => (inline, Row(cell, inline, layout)), 0);
        }

        var over = counting.FirstOrDefault(one => Matches(one.Column.Header, column.Header));
        var under = counting.Where(one => one != over).OrderBy(one => IsBase(one.Column.Header) ? 0 : 1).ThenBy(one => Distance(one.Column, column)).ToList();
        if (over is null && under.Count > 1 && IsBase(under[0].Column.Header) && !NamesItself(column.Header))
        {
            over = under[1];
        }

        if (over is not null && under.Count == 0)
        {
            var dimensions = layout.Breakdowns.Select(one => one.Dimension).OfType<string>().Concat(over.Of.By.Keys).ToList();
            return new(cell => (over.Measure, cell.Group.And(over.Of)), cell => (over.Measure, dimensions.Aggregate(cell.Group, (so, one) => so.Without(one))), 0);
        }

        // The count itself is not in the file: only a base of which every share is a whole number of students can be the right one.
        var named = Categories.Of(string.Join(' ', Categories.Telling(column.Header)));
        var measure = named is not null ? Students : Categories.Telling(column.Header) is { Count: > 0 } words ? string.Join(' ', words) : $"share in column {Place.Letters(column.Index)}";
        Func<ShareCell, (string, Group)> counted = over is not null && IsUnproven(over)
            ? cell => (over.Measure, cell.Group.And(over.Of))
            : cell => (measure, named is { } category ? cell.Group.With(category.Dimension, category.Category) : cell.Group);
        if (counting.Count == 0)
        {
            return new(counted, cell => (Students, cell.Group), 0);
        }

        return under.Concat(over is null ? [] : [over]).Where(one => AreWhole(one)).Select(one => new Pair(counted, cell => (one.Measure, cell.Group.And(one.Of)), 0)).FirstOrDefault();

        bool IsUnproven(CountingColumn one) =>
            !cells.Any(cell => known.TryGetValue((one.Measure, cell.Group.And(one.Of).Key), out var figure) && figure.Value is not null);

        bool AreWhole(CountingColumn one) => cells.All(cell =>
            !known.TryGetValue((one.Measure, cell.Group.And(one.Of).Key), out var figure) || figure.Value is not { } of
            || (writing.Range(cell.Text) is var (low, high) && Math.Ceiling((of * low) - Slack) <= Math.Floor((of * high) + Slack)));
    }

    private static readonly string[] BaseWords =
        ["denominator", "base", "n", "tested", "enrolled", "enrollment", "enrolment", "students", "total", "cohort", "headcount", "population", "membership", "eligible"];

    private static bool IsBase(string header) => Array.Exists(BaseWords, HeaderWords.Of(header).Has);

    private static bool NamesItself(string header) => Categories.Telling(header).Count > 0;

    /// <summary>"Suspension rate" and "Suspended" speak of the same.</summary>
    private static bool Matches(string one, string other)
    {
        var words = Categories.Telling(other);
        return Categories.Telling(one).Any(word => words.Any(two => Stem(word) == Stem(two)));
    }

    private static string Stem(string word) => word.Length > 5 ? word[..5] : word;
}
