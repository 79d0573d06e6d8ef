namespace Core.Release.SmallCells;

/// <summary>One count with its coordinates, one for each dimension; null is the dimension's total.</summary>
public sealed record CubeCell(IReadOnlyList<string?> At, CountCell Count);

/// <summary>
/// Builds the facts of a table of any number of dimensions: along each dimension the categories add up to the total, wherever
/// the total and at least one category are there.
/// </summary>
public static class Cube
{
    /// <summary>The table with its sums. Coordinates that occur twice are kept apart and tied by no sum.</summary>
    public static CountTable Of(IReadOnlyList<CubeCell> cells)
    {
        var facts = new List<Fact>();
        var dimensions = cells.Count == 0 ? 0 : cells[0].At.Count;
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var lines = cells.Select((cell, index) => (cell, index)).GroupBy(one => Others(one.cell.At, dimension), StringComparer.Ordinal);
            foreach (var line in lines)
            {
                var totals = line.Where(one => one.cell.At[dimension] is null).ToList();
                var parts = line.Where(one => one.cell.At[dimension] is not null).ToList();
                if (totals.Count == 1 && parts.Count > 0 && parts.DistinctBy(one => one.cell.At[dimension]).Count() == parts.Count)
                {
                    facts.Add(new(
                        [.. parts.Select(one => (one.index, 1.0)), (totals[0].index, -1.0)], 0, 0,
                        $"{string.Join(" + ", parts.Select(one => one.cell.Count.Place))} = {totals[0].cell.Count.Place}"));
                }
            }
        }

        return new([.. cells.Select(cell => cell.Count)], facts);
    }

    private static string Others(IReadOnlyList<string?> at, int dimension) =>
        string.Join('\u001f', at.Select((category, index) => index == dimension ? "\u0001" : category ?? "\u0000"));
}
