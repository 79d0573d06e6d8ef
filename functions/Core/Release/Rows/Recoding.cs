namespace Core.Release.Rows;

/// <summary>
/// Looks for the recoding that loses least: every combination of steps where that is little work, otherwise from the table as it is the
/// best single step again and again. A column counts by what it tells, a row left out by all it tells.
/// </summary>
internal sealed class Recoding
{
    // Groups looked at in a whole search; about a second's work.
    private const long MostWork = 6_000_000;

    private readonly RowGroups groups;
    private readonly IReadOnlyList<IReadOnlyList<Step>> ladders;
    private readonly double[] weights;

    public Recoding(RowGroups groups)
    {
        this.groups = groups;
        var rows = groups.Keys.Select(key => new long[key.Values.Count + 2]).ToArray();
        for (var group = 0; group < groups.Table.Count; group++)
        {
            var key = groups.Table.Key(group);
            for (var at = 0; at < key.Length; at++)
                rows[at][key[at]] += groups.Table.Rows(group);
        }
        ladders = [.. groups.Keys.Select((key, at) => Ladder.Of(key, rows[at]))];
        weights = [.. groups.Keys.Select(key => key.Values.Count > 1 ? 1.0 : 0.0)];
    }

    /// <summary>The plan that loses least.</summary>
    public RecodingPlan Best()
    {
        var combinations = ladders.Aggregate(1.0, (product, ladder) => product * ladder.Count);
        return combinations * groups.Table.Count <= MostWork ? BestOfAll() : StepByStep();
    }

    /// <summary>Nothing but leaving rows out.</summary>
    public RecodingPlan OnlyLeavingOut() => Of(new int[ladders.Count]);

    /// <summary>The one column whose going leaves the fewest rows in such groups; null where there is no column.</summary>
    public RecodingPlan? DroppingOne() => Enumerable.Range(0, ladders.Count).Where(at => weights[at] > 0)
        .Select(at => Of([.. ladders.Select((ladder, other) => other == at ? ladder.Count - 1 : 0)])).MinBy(plan => plan.LeftOut);

    /// <summary>The groups of a table recoded so.</summary>
    public GroupTable Recoded(RecodingPlan plan) => Regroup(plan.Steps);

    private RecodingPlan BestOfAll()
    {
        var levels = new int[ladders.Count];
        var best = Of(levels);
        while (Next(levels))
        {
            // A plan that loses more by its columns alone cannot be better.
            if (ColumnLoss(levels) < best.Loss && Of(levels) is var plan && plan.Loss < best.Loss)
                best = plan;
        }
        return best;
    }

    private bool Next(int[] levels)
    {
        for (var at = 0; at < levels.Length; at++)
        {
            if (weights[at] > 0 && ++levels[at] < ladders[at].Count)
                return true;
            levels[at] = 0;
        }
        return false;
    }

    private RecodingPlan StepByStep()
    {
        var levels = new int[ladders.Count];
        var best = Of(levels);
        var work = MostWork - groups.Table.Count;
        while (work > 0)
        {
            var tried = new List<(int[] Levels, RecodingPlan Plan)>();
            for (var at = 0; at < levels.Length && work > 0; at++)
            {
                for (var level = levels[at] + 1; level < ladders[at].Count && weights[at] > 0 && work > 0; level++)
                {
                    int[] changed = [.. levels];
                    changed[at] = level;
                    tried.Add((changed, Of(changed)));
                    work -= groups.Table.Count;
                }
            }
            if (tried.Count == 0)
                break;
            // Onwards even where no step is better yet: two together may be.
            (levels, var plan) = tried.MinBy(one => one.Plan.Loss);
            if (plan.Loss < best.Loss)
                best = plan;
            else if (plan.LeftOut == 0)
                break;
        }
        return best;
    }

    private RecodingPlan Of(int[] levels)
    {
        var steps = levels.Select((level, at) => ladders[at][level]).ToList();
        var table = Regroup(steps);
        long leftOut = 0;
        for (var group = 0; group < table.Count; group++)
        {
            if (groups.IsBad(table, group))
                leftOut += table.Rows(group);
        }
        var share = groups.Rows == 0 ? 0 : (double)leftOut / groups.Rows;
        return new(steps, leftOut, ((1 - share) * ColumnLoss(levels)) + share);
    }

    private double ColumnLoss(int[] levels) => weights.Sum() is > 0 and var all ? levels.Select((level, at) => weights[at] * ladders[at][level].Loss).Sum() / all : 0;

    private GroupTable Regroup(IReadOnlyList<Step> steps)
    {
        var table = groups.NewTable();
        Span<int> key = stackalloc int[steps.Count];
        for (var group = 0; group < groups.Table.Count; group++)
        {
            var codes = groups.Table.Key(group);
            for (var at = 0; at < key.Length; at++)
                key[at] = steps[at].Code(codes[at]);
            var into = table.Add(key, groups.Table.Rows(group), groups.Table.FirstRow(group));
            for (var thing = 0; thing <= groups.Sensitive.Count; thing++)
            {
                foreach (var value in groups.Table.Seen(group, thing))
                    table.Note(into, thing, value);
            }
        }
        return table;
    }
}
