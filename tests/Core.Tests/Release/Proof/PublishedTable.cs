using System.Globalization;
using CsCheck;

namespace Core.Tests.Release.Proof;

/// <summary>What a cell of a published table tells, in terms of the true inner counts: a sum of them, or one sum as a share of another.</summary>
/// <param name="Over">The inner counts that are added up.</param>
/// <param name="Under">Of a share, the inner counts below the line; otherwise null.</param>
/// <param name="Digits">Digits behind the point of a share.</param>
internal sealed record Told(IReadOnlyList<int> Over, IReadOnlyList<int>? Under = null, int Digits = 0);

/// <summary>
/// A random table with what each of its cells means. The meaning comes from how the table was drawn and owes nothing to the gate, so that it
/// can be checked against the gate.
/// </summary>
/// <param name="Rows">The table as it would be uploaded.</param>
/// <param name="Tells">What each cell tells; null for labels.</param>
/// <param name="Truth">The inner counts.</param>
internal sealed record PublishedTable(IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<IReadOnlyList<Told?>> Tells, IReadOnlyList<int> Truth)
{
    /// <summary>How a table is laid out.</summary>
    /// <param name="Sizes">Categories in each of one to three dimensions.</param>
    /// <param name="HasTotals">Whether each dimension has its totals.</param>
    /// <param name="IsWide">The last dimension is in columns.</param>
    /// <param name="Share">What a column of percentages, if any, is a share of.</param>
    /// <param name="Digits">Digits behind its point.</param>
    internal sealed record Shape(IReadOnlyList<int> Sizes, IReadOnlyList<bool> HasTotals, bool IsWide, Shares Share, int Digits);

    internal enum Shares
    {
        /// <summary>There are none.</summary>
        None,
        /// <summary>Each count is followed by its share of the whole.</summary>
        OfWhole,
        /// <summary>Beside all students stand those who passed, and their share.</summary>
        Rate,
    }

    private static readonly string[][] Names =
    [
        ["School A", "School B", "School C", "School D", "School E", "School F"],
        ["9", "10", "11", "12"],
        ["Asian", "Black", "White", "Hispanic"],
    ];

    private static readonly string[] Headers = ["school", "grade", "race"];

    private static readonly Gen<Shape> Shapes =
        from sizes in Gen.OneOf(Gen.Int[2, 6].List[1, 1], Gen.Int[2, 4].List[2, 2], Gen.Int[2, 3].List[3, 3])
        from totals in Gen.Bool.List[sizes.Count, sizes.Count]
        from share in Gen.Frequency((2, Gen.Const(Shares.None)), (1, Gen.Const(Shares.OfWhole)), (1, Gen.Const(Shares.Rate)))
        from wide in Gen.Bool
        from digits in Gen.Int[0, 2]
        select new Shape(sizes, totals, wide && sizes.Count > 1 && share == Shares.None, share, digits);

    public static readonly Gen<PublishedTable> Any =
        from shape in Shapes
        let inner = shape.Sizes.Aggregate(1, (so, size) => so * size)
        from counts in Gen.Frequency((1, Gen.Int[0, 12]), (3, Gen.Int[10, 400])).Array[inner]
        from passed in Gen.Int[0, 100].Array[inner]
        select shape.Share == Shares.Rate
            // Inner counts are then those who passed, and after them those who did not.
            ? Of(shape, [.. counts.Select((count, at) => count * passed[at] / 100), .. counts.Select((count, at) => count - (count * passed[at] / 100))])
            : Of(shape, counts);

    public static PublishedTable Of(Shape shape, IReadOnlyList<int> truth)
    {
        var inner = Coordinates(shape.Sizes);
        var all = Coordinates([.. shape.Sizes.Select((size, d) => size + (shape.HasTotals[d] ? 1 : 0))]);
        List<int> Sum(IReadOnlyList<int> at) =>
            [.. Enumerable.Range(0, inner.Count).Where(one => at.Select((c, d) => c == shape.Sizes[d] || c == inner[one][d]).All(same => same))];
        string Label(int d, int c) => c == shape.Sizes[d] ? "Total" : Names[d][c];

        var (rows, tells) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<Told?>>());
        var down = shape.Sizes.Count - (shape.IsWide ? 1 : 0);
        var across = shape.IsWide ? Enumerable.Range(0, shape.Sizes[^1] + (shape.HasTotals[^1] ? 1 : 0)).ToList() : [];
        Add(
            [
                .. Headers.Take(down),
                .. shape.IsWide ? across.Select(c => c == shape.Sizes[^1] ? "Total" : Names[shape.Sizes.Count - 1][c])
                    : shape.Share switch { Shares.None => ["students"], Shares.OfWhole => ["students", "percent"], _ => (string[])["students", "passed", "percent passed"] },
            ],
            []);
        foreach (var at in all.Where(at => !shape.IsWide || at[^1] == 0))
        {
            var cells = shape.IsWide ? across.ConvertAll(c => new Told(Sum([.. at[..^1], c]))) : Cells(Sum(at));
            Add([.. at.Take(down).Select((c, d) => Label(d, c)), .. cells.Select(Text)], cells);
        }

        return new(rows, tells, truth);

        void Add(IReadOnlyList<string> row, IReadOnlyList<Told> cells)
        {
            rows.Add(row);
            tells.Add([.. Enumerable.Repeat<Told?>(null, row.Count - cells.Count), .. cells]);
        }

        List<Told> Cells(List<int> sum) => shape.Share switch
        {
            Shares.None => [new(sum)],
            Shares.OfWhole => [new(sum), new(sum, [.. Enumerable.Range(0, inner.Count)], shape.Digits)],
            _ when sum.Concat(sum.Select(one => one + inner.Count)).ToList() is var both => [new(both), new(sum), new(sum, both, shape.Digits)],
            _ => [],
        };

        string Text(Told told) => Written(told, truth);
    }

    /// <summary>The true number behind a cell of counts.</summary>
    public int Count(Told told) => told.Over.Sum(one => Truth[one]);

    private static string Written(Told told, IReadOnlyList<int> truth)
    {
        var over = told.Over.Sum(one => truth[one]);
        if (told.Under is null)
        {
            return over.ToString(CultureInfo.InvariantCulture);
        }

        var under = told.Under.Sum(one => truth[one]);
        // Of nobody there is no share.
        return under == 0 ? "" : Math.Round(100m * over / under, told.Digits, MidpointRounding.AwayFromZero).ToString($"F{told.Digits}", CultureInfo.InvariantCulture) + "%";
    }

    private static List<int[]> Coordinates(IReadOnlyList<int> sizes) =>
        [.. sizes.Aggregate<int, IEnumerable<int[]>>([[]], (so, size) => so.SelectMany(at => Enumerable.Range(0, size).Select(c => (int[])[.. at, c])))];
}
