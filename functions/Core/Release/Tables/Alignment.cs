namespace Core.Release.Tables;

/// <summary>
/// Puts an earlier release into the words of a file, where its own figures show that both speak of the same: requests name the year,
/// the population and what is counted in many ways, but two tables that agree in several different counts and contradict each
/// other in none are two copies of one thing.
/// </summary>
internal static class Alignment
{
    private const int FewestCommon = 3;

    /// <summary>What a request says about a whole file, and may say otherwise or not at all.</summary>
    private static readonly string[] Loose = [Categories.Year, "population"];

    /// <summary>The sheet, in the file's words where that is proven.</summary>
    public static Figures With(IReadOnlyList<Figures> file, Figures sheet)
    {
        var values = new Dictionary<(string, string), long>();
        foreach (var one in file.SelectMany(own => own.Counts).Where(one => one.Value is not null))
        {
            values.TryAdd((one.Measure, one.Group.Key), one.Value!.Value);
        }

        var constant = Constant(file);
        var aligned = Proves(sheet.Counts) is not 0 ? sheet
            : Loosened(sheet, constant) is var other && Proves(other.Counts) >= FewestCommon ? other
            : sheet;
        var measures = file.SelectMany(own => own.Counts).Select(one => one.Measure).ToHashSet(StringComparer.Ordinal);
        foreach (var measure in aligned.Counts.Select(one => one.Measure).Distinct(StringComparer.Ordinal).Where(one => !measures.Contains(one)).ToList())
        {
            var counts = aligned.Counts.Where(count => count.Measure == measure).ToList();
            if (measures.FirstOrDefault(one => Proves(counts.ConvertAll(count => count with { Measure = one })) >= FewestCommon) is { } same)
            {
                aligned = Renamed(aligned, measure, same);
            }
        }

        return aligned;

        // How many different values agree; -1 where any contradicts.
        int Proves(IReadOnlyList<Figure> counts)
        {
            var agree = new HashSet<long>();
            foreach (var one in counts.Where(one => one.Value is not null))
            {
                if (!values.TryGetValue((one.Measure, one.Group.Key), out var value))
                {
                    continue;
                }

                if (value != one.Value)
                {
                    return -1;
                }

                agree.Add(value);
            }

            return agree.Count;
        }
    }

    /// <summary>The category of each loose dimension that all figures share.</summary>
    private static Dictionary<string, string> Constant(IReadOnlyList<Figures> file) => (
        from dimension in Loose
        let categories = file.SelectMany(own => own.Counts).Select(one => one.Group.By.GetValueOrDefault(dimension, ""))
            .Distinct(StringComparer.Ordinal).Take(2).ToList()
        where categories is [not ""]
        select (dimension, categories[0])).ToDictionary(one => one.dimension, one => one.Item2, StringComparer.Ordinal);

    private static Figures Loosened(Figures sheet, Dictionary<string, string> constant)
    {
        var own = Constant([sheet]);
        Group Put(Group group) => constant.Aggregate(own.Keys.Aggregate(group, (so, dimension) => so.Without(dimension)), (so, one) =>
            so.By.ContainsKey(one.Key) ? so : so.With(one.Key, one.Value));
        return sheet.Put(Put);
    }

    private static Figures Renamed(Figures sheet, string measure, string to) => sheet.Put((string one) => one == measure ? to : one);
}
