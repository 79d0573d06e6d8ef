using Core.Release.Rows;
using Core.Release.SmallCells;

namespace Core.Release.Tables;

/// <summary>An earlier release as the attack sees it.</summary>
/// <param name="Label">How a finding names it, such as "grades.csv, released 2026-03-02 (request R-1)".</param>
/// <param name="Sheets">Its figures, a sheet each.</param>
public sealed record EarlierRelease(string Label, IReadOnlyList<Figures> Sheets)
{
    /// <summary>Its tables of student rows: whoever has them can count.</summary>
    public IReadOnlyList<RowTable> Rows { get; init; } = [];
}

/// <summary>Everything known about the groups in a file: its own figures, those of earlier releases, and all sums and shares that tie them.</summary>
/// <param name="Counts">The cells and facts.</param>
/// <param name="At">Where a cell stands in the file (sheet, row, column); null where it does not.</param>
/// <param name="Rates">The share that stands for a count that is not in the file itself, by cell.</param>
public sealed record JointTable(
    CountTable Counts, IReadOnlyList<(int Sheet, int Row, int Column)?> At, IReadOnlyDictionary<int, Share> Rates)
{
    /// <summary>The table of a file and, where given, of what was released earlier.</summary>
    public static JointTable Of(IReadOnlyList<Figures> sheets, IReadOnlyList<EarlierRelease> earlier)
    {
        var cells = new JointCells();
        var sources = new List<JointSource>();
        for (var sheet = 0; sheet < sheets.Count; sheet++)
        {
            sources.Add(JointSource.OfFile(sheets[sheet], sheet, cells));
        }

        foreach (var release in earlier)
        {
            foreach (var figures in release.Sheets)
            {
                if (JointSource.OfRelease(figures, release.Label, cells) is { } joined)
                {
                    sources.Add(joined);
                }
            }
        }

        IReadOnlyList<Figures> told = [.. sheets, .. earlier.SelectMany(release => release.Sheets)];
        foreach (var (release, table) in earlier.SelectMany(release => release.Rows, (release, table) => (release, table)))
        {
            if (JointSource.OfRows(Alignment.With(told, RowCounts.Of(table, told)), release.Label, cells) is { } joined)
            {
                sources.Add(joined);
            }
        }

        foreach (var source in sources)
        {
            source.AddShares(cells);
        }

        var sums = new Sums(cells);
        sources.ForEach(sums.Add);
        sums.AddUnions();
        sums.Prune();
        return new(new([.. cells.Cells], [.. cells.Facts]), [.. cells.At], cells.Rates);
    }
}
