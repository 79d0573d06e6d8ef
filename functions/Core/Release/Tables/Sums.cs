using Core.Release.SmallCells;

namespace Core.Release.Tables;

/// <summary>
/// Ties the counts of a joint table by what adds up: along each dimension of each file the categories make up the total, wherever it
/// was published. A total that nobody published still ties two breakdowns of the same group together. Whether categories make up
/// the whole, overlap or leave somebody out, the published figures tell.
/// </summary>
internal sealed class Sums(JointCells cells)
{
    private const int MostGroups = 300_000;
    private const double Slack = 1e-6;

    private enum Fit
    {
        /// <summary>The categories make up the total.</summary>
        Whole,
        /// <summary>Some students are in no category shown.</summary>
        Leaves,
        /// <summary>Some are in more than one, or these are no parts of it.</summary>
        Overlaps,
    }

    private sealed record Line(string Dimension, Group Total, List<Group> Parts);

    /// <summary>The categories of a published total that each sheet has.</summary>
    private readonly Dictionary<(string Measure, string Dimension, Group Total), List<IReadOnlyList<Group>>> _shown = [];

    /// <summary>Adds what the figures of one sheet add up to.</summary>
    public void Add(JointSource source)
    {
        var byMeasure = Enumerable.Range(0, source.Counts.Count)
            .Where(at => !source.Counts[at].Group.By.ContainsKey("row"))
            .GroupBy(at => source.Counts[at].Measure, StringComparer.Ordinal);
        foreach (var measure in byMeasure)
        {
            var own = new Dictionary<Group, int>();
            foreach (var at in measure)
            {
                own.TryAdd(source.Counts[at].Group, source.CellOf(at));
            }

            AddMeasure(measure.Key, own);
        }

        foreach (var subtotal in source.Subtotals)
        {
            AddSubtotal(source.CellOf(subtotal.Whole), [.. subtotal.Parts.Select(source.CellOf)]);
        }

        foreach (var sum in source.Sums)
        {
            AddGroupSum(sum, source.Of(sum.Place));
        }
    }

    /// <summary>
    /// Ties a total to the categories that several sheets have of it between them: one release has grade 9, another grade 10, and only
    /// together they leave a small group.
    /// </summary>
    public void AddUnions()
    {
        foreach (var ((measure, dimension, total), sheets) in _shown)
        {
            var parts = sheets.SelectMany(one => one).Distinct().ToList();
            if (sheets.Exists(one => one.Count == parts.Count) || Published(measure, total, []) is not { } whole)
            {
                continue;
            }

            var isBoth = parts.Count == 2 && parts.TrueForAll(part => part.By[dimension] is "yes" or "no");
            if (parts.Sum(part => cells.Bounds(cells.Find(measure, part)!.Value).Low) <= cells.Bounds(whole).High + Slack)
            {
                AddSum(measure, new(dimension, total, parts), [], leaves: !isBoth);
            }
        }
    }

    /// <summary>Takes out the sums that say nothing: those of a total that nobody published and nothing else speaks of.</summary>
    public void Prune()
    {
        var uses = new int[cells.Cells.Count];
        foreach (var (cell, _) in cells.Facts.SelectMany(fact => fact.Terms))
        {
            uses[cell]++;
        }

        for (var changed = true; changed;)
        {
            changed = cells.Facts.RemoveAll(fact =>
            {
                var (total, factor) = fact.Terms[^1];
                if (factor != -1 || fact.Low != 0 || fact.High != 0 || uses[total] != 1 || cells.Cells[total].Standing != Standing.Derived)
                {
                    return false;
                }

                foreach (var (cell, _) in fact.Terms)
                {
                    uses[cell]--;
                }

                return true;
            }) > 0;
        }
    }

    private void AddMeasure(string measure, Dictionary<Group, int> own)
    {
        var lines = Lines(own, out var groups);
        var values = new Dictionary<Group, (double Low, double High)>();
        foreach (var group in groups)
        {
            if ((own.TryGetValue(group, out var cell) ? cell : cells.Find(measure, group)) is { } known)
            {
                values[group] = cells.Bounds(known);
            }
        }

        // A total that was not published is what its parts make together.
        foreach (var line in lines.Where(line => !values.ContainsKey(line.Total)))
        {
            var parts = line.Parts.ConvertAll(part => values.GetValueOrDefault(part, (0, double.PositiveInfinity)));
            values[line.Total] = (parts.Sum(part => part.Item1), double.PositiveInfinity);
        }

        var fits = lines.GroupBy(line => line.Dimension, StringComparer.Ordinal)
            .ToDictionary(one => one.Key, one => FitOf(one, own, measure, values), StringComparer.Ordinal);
        foreach (var line in lines.Where(line => fits[line.Dimension] != Fit.Overlaps))
        {
            // Years are added up only where a file does so itself.
            if (line.Dimension == Categories.Year && !own.ContainsKey(line.Total))
            {
                continue;
            }

            var isPublished = Published(measure, line.Total, own) is not null;
            Remember(measure, line);
            if (isPublished || line.Parts.Count > 1)
            {
                AddSum(measure, line, own, fits[line.Dimension] == Fit.Leaves && isPublished);
            }
        }
    }

    private void Remember(string measure, Line line)
    {
        var published = line.Parts.FindAll(part => Published(measure, part, []) is not null);
        if (line.Dimension == Categories.Year || published.Count == 0)
        {
            return;
        }

        if (!_shown.TryGetValue((measure, line.Dimension, line.Total), out var sheets))
        {
            _shown.Add((measure, line.Dimension, line.Total), sheets = []);
        }

        sheets.Add(published);
    }

    /// <summary>Every line of categories that make up something, published or not; the finest first.</summary>
    private static List<Line> Lines(Dictionary<Group, int> own, out HashSet<Group> groups)
    {
        groups = [.. own.Keys];
        var lines = new Dictionary<(string, string), Line>();
        var levels = own.Keys.GroupBy(group => group.By.Count).ToDictionary(level => level.Key, level => level.ToList());
        for (var level = levels.Keys.DefaultIfEmpty(0).Max(); level > 0; level--)
        {
            foreach (var group in levels.GetValueOrDefault(level, []))
            {
                foreach (var dimension in group.By.Keys)
                {
                    var total = group.Without(dimension);
                    if (!lines.TryGetValue((dimension, total.Key), out var line))
                    {
                        lines.Add((dimension, total.Key), line = new(dimension, total, []));
                    }

                    line.Parts.Add(group);
                    if (groups.Count < MostGroups && groups.Add(total))
                    {
                        if (!levels.TryGetValue(level - 1, out var below))
                        {
                            levels.Add(level - 1, below = []);
                        }

                        below.Add(total);
                    }
                }
            }
        }

        return [.. lines.Values];
    }

    private Fit FitOf(IEnumerable<Line> lines, Dictionary<Group, int> own, string measure, Dictionary<Group, (double Low, double High)> values)
    {
        var fit = Fit.Whole;
        foreach (var line in lines)
        {
            if (Published(measure, line.Total, own) is not { } total)
            {
                continue;
            }

            var whole = cells.Bounds(total);
            var (low, high) = line.Parts.Aggregate((Low: 0.0, High: 0.0), (so, part) =>
                values.GetValueOrDefault(part, (0, double.PositiveInfinity)) is var (least, most) ? (so.Low + least, so.High + most) : so);
            if (low > whole.High + Slack)
            {
                return Fit.Overlaps;
            }

            // One category alone is never the whole of what is broken down, even if everybody is in it.
            if (high < whole.Low - Slack || (line.Parts.Count == 1 && (own.ContainsKey(line.Parts[0]) || high < double.PositiveInfinity)))
            {
                fit = Fit.Leaves;
            }
        }

        return fit;
    }

    private int? Published(string measure, Group group, Dictionary<Group, int> own) =>
        (own.TryGetValue(group, out var cell) ? cell : cells.Find(measure, group)) is { } known && cells.Cells[known].Standing != Standing.Derived ? known : null;

    private int CellOf(string measure, Group group, Dictionary<Group, int> own) =>
        own.TryGetValue(group, out var cell) ? cell
        : cells.Find(measure, group) ?? cells.Add(measure, group, new($"{measure} of {group}", null, Standing: Standing.Derived));

    private void AddSum(string measure, Line line, Dictionary<Group, int> own, bool leaves)
    {
        var parts = line.Parts.ConvertAll(part => CellOf(measure, part, own));
        var total = CellOf(measure, line.Total, own);
        var places = Words(parts);
        var whole = cells.Cells[total].Place;
        if (!leaves)
        {
            cells.Facts.Add(new([.. parts.Select(part => (part, 1.0)), (total, -1.0)], 0, 0, $"{places} = {whole}"));
            return;
        }

        var rest = cells.AddApart(new($"who is in {whole} but not in {places}", null, Standing: Standing.Implied));
        cells.Facts.Add(new([.. parts.Select(part => (part, 1.0)), (rest, 1.0), (total, -1.0)], 0, 0, $"{whole} - {(parts.Count > 1 ? $"({places})" : places)} is who is left"));
    }

    private void AddSubtotal(int whole, IReadOnlyList<int> parts)
    {
        var low = parts.Sum(part => cells.Bounds(part).Low);
        var high = parts.Sum(part => cells.Bounds(part).High);
        var (least, most) = cells.Bounds(whole);
        if (low <= most && high >= least)
        {
            cells.Facts.Add(new([.. parts.Select(part => (part, 1.0)), (whole, -1.0)], 0, 0, $"{Words(parts)} = {cells.Cells[whole].Place}"));
        }
    }

    private void AddGroupSum(GroupSum sum, string place)
    {
        var parts = sum.Groups.Select(group => CellOf(sum.Measure, group, [])).ToList();
        var (low, high) = (parts.Sum(part => cells.Bounds(part).Low), parts.Sum(part => cells.Bounds(part).High));
        if (low > (sum.High ?? double.PositiveInfinity) + Slack)
        {
            return;
        }

        if (high >= sum.Low - Slack)
        {
            cells.Facts.Add(new([.. parts.Select(part => (part, 1.0))], sum.Low, sum.High ?? double.PositiveInfinity, $"{Words(parts)} {(sum.High is null ? "are at least" : "=")} {place}"));
        }
        else if (sum.High is not null)
        {
            var rest = cells.AddApart(new($"who is in {place} but not in {Words(parts)}", null, Standing: Standing.Implied));
            cells.Facts.Add(new([.. parts.Select(part => (part, 1.0)), (rest, 1.0)], sum.Low, sum.High.Value, $"{place} - ({Words(parts)}) is who is left"));
        }
    }

    private string Words(IReadOnlyList<int> parts)
    {
        var places = parts.Select(part => cells.Cells[part].Place).ToList();
        return places.Count <= 6 ? string.Join(" + ", places) : $"{string.Join(" + ", places.Take(3))} + … + {places[^1]}";
    }
}
