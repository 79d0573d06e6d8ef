namespace Core.Release.Tables;

/// <summary>
/// Recognises shares of a base that is not in the file, or hidden in it: the counts that stand beside their shares then all lead to the same
/// base, as in a list of schools with each one's percentage of the district but no row for the district.
/// </summary>
internal static class CommonBase
{
    private const double Slack = 1e-9;
    /// <summary>Two counts that lead to one base may do so by chance; three, or two whose shares make up the whole, do not.</summary>
    private const int Enough = 2;

    /// <summary>The reading of the column that most counts speak for; null where too few do.</summary>
    public static (ShareReader.Pair Pair, ShareReader.Writing Writing)? Of(
        IReadOnlyList<ShareCell> cells, IReadOnlyList<(Func<ShareCell, (string Measure, Group Group)> Find, int Rank)> overs,
        IReadOnlyList<ShareReader.Writing> writings, Dictionary<(string, string), Figure> known)
    {
        (int Evidence, ShareReader.Pair? Pair, ShareReader.Writing? Writing) best = (Enough - 1, null, null);
        foreach (var (find, rank) in overs)
        {
            var dimensions = cells.SelectMany(cell => find(cell).Group.By.Keys).Distinct(StringComparer.Ordinal).ToList();
            foreach (var left in dimensions.Select(one => new[] { one }).Append([.. dimensions]).Where(one => one.Length > 0))
            {
                foreach (var writing in writings)
                {
                    var (evidence, isWhole) = Weigh(find, left, writing);
                    if (evidence > best.Evidence)
                    {
                        best = (evidence, new(find, cell => Base(find(cell), left, isWhole, cell), rank), writing);
                    }
                }
            }
        }

        return best.Pair is { } pair ? (pair, best.Writing!) : null;

        (int Evidence, bool IsWhole) Weigh(Func<ShareCell, (string Measure, Group Group)> find, string[] left, ShareReader.Writing writing)
        {
            var (evidence, isWhole) = (0, true);
            foreach (var of in cells.GroupBy(cell => Without(find(cell).Group, left).Key, StringComparer.Ordinal))
            {
                var (low, high, counts) = (0.0, double.PositiveInfinity, 0);
                foreach (var cell in of)
                {
                    if (!known.TryGetValue((find(cell).Measure, find(cell).Group.Key), out var figure) || figure.Value is not { } count)
                    {
                        continue;
                    }

                    var (least, most) = writing.Range(cell.Text);
                    (low, high) = (Math.Max(low, most > 0 ? count / most : count > 0 ? double.PositiveInfinity : 0), Math.Min(high, least > 0 ? count / least : high));
                    counts += count > 0 ? 1 : 0;
                }

                if (Math.Ceiling(low - Slack) > Math.Floor(high + Slack))
                {
                    return (0, false);
                }

                var makesWhole = MakesWhole([.. of], find, writing, high);
                isWhole &= makesWhole;
                evidence += Math.Max(counts - 1, 0) + (makesWhole && counts > 1 ? 1 : 0);
            }

            return (evidence, isWhole);
        }

        // The finest groups' shares come to 100 %, as far as rounding allows, and their counts to no more than the base.
        bool MakesWhole(List<ShareCell> of, Func<ShareCell, (string Measure, Group Group)> find, ShareReader.Writing writing, double most)
        {
            var finest = of.Max(cell => find(cell).Group.By.Count);
            var parts = of.FindAll(cell => find(cell).Group.By.Count == finest);
            var (low, high) = (parts.Sum(cell => writing.Range(cell.Text).Low), parts.Sum(cell => writing.Range(cell.Text).High));
            return low <= 1 + Slack && high >= 1 - Slack
                && parts.Sum(cell => known.TryGetValue((find(cell).Measure, find(cell).Group.Key), out var figure) ? figure.Value ?? 0 : 0) <= most + Slack;
        }
    }

    private static Group Without(Group group, string[] dimensions) => dimensions.Aggregate(group, (so, one) => so.Without(one));

    /// <summary>The total itself, or where the shares do not make it up, some base of the column's own.</summary>
    private static (string, Group) Base((string Measure, Group Group) over, string[] left, bool isWhole, ShareCell cell)
    {
        var total = Without(over.Group, left);
        return (over.Measure, isWhole ? total : total.With("base", $"column {Place.Letters(cell.Column.Index)}"));
    }
}
