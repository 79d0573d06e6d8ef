namespace Core.Release.SmallCells;

/// <summary>One count with its coordinates, one for each dimension; null is the dimension's total.</summary>
public sealed record CubeCell(IReadOnlyList<string?> At, CountCell Count);

/// <summary>
/// Builds the facts of a table of any number of dimensions: along each dimension the categories add up to the total, wherever
/// the total and at least one category are there. Columns that stand side by side need not be parts of a whole: where the published
/// figures of a dimension do not add up, it tells nothing and its sums are left out.
/// </summary>
public static class Cube
{
    /// <summary>The table with its sums. Coordinates that occur twice are kept apart and tied by no sum.</summary>
    public static CountTable Of(IReadOnlyList<CubeCell> cells)
    {
        var counts = cells.Select(cell => cell.Count).ToList();
        var dimensions = cells.Count == 0 ? 0 : cells[0].At.Count;
        var facts = Enumerable.Range(0, dimensions)
            .Select(dimension => Along(cells, dimension).ToList())
            .Where(sums => sums.TrueForAll(sum => CanHold(sum, counts)))
            .SelectMany(sums => sums);
        return new(counts, [.. facts]);
    }

    private static IEnumerable<Fact> Along(IReadOnlyList<CubeCell> cells, int dimension)
    {
        foreach (var line in cells.Select((cell, index) => (cell, index)).GroupBy(one => Others(one.cell.At, dimension), StringComparer.Ordinal))
        {
            var totals = line.Where(one => one.cell.At[dimension] is null).ToList();
            var parts = line.Where(one => one.cell.At[dimension] is not null).ToList();
            if (totals.Count == 1 && parts.Count > 0 && parts.DistinctBy(one => one.cell.At[dimension]).Count() == parts.Count)
            {
                yield return new(
                    [.. parts.Select(one => (one.index, 1.0)), (totals[0].index, -1.0)], 0, 0,
                    $"{Words([.. parts.Select(one => one.cell.Count.Place)])} = {totals[0].cell.Count.Place}");
            }
        }
    }

    /// <summary>Whether a sum can hold at all, whatever stands in its hidden cells.</summary>
    private static bool CanHold(Fact fact, List<CountCell> counts)
    {
        var (least, most) = (0.0, 0.0);
        foreach (var (cell, factor) in fact.Terms)
        {
            var low = counts[cell].Value ?? counts[cell].Low;
            var high = counts[cell].Value ?? counts[cell].High ?? double.PositiveInfinity;
            (least, most) = factor > 0 ? (least + (factor * low), most + (factor * high)) : (least + (factor * high), most + (factor * low));
        }

        return least <= fact.High && most >= fact.Low;
    }

    private static string Words(IReadOnlyList<string> places) =>
        places.Count <= 6 ? string.Join(" + ", places) : $"{string.Join(" + ", places.Take(3))} + … + {places[^1]}";

    private static string Others(IReadOnlyList<string?> at, int dimension) =>
        string.Join('\u001f', at.Select((category, index) => index == dimension ? "\u0001" : category ?? "\u0000"));
}
