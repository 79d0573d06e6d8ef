using System.Diagnostics;
using Core.Release.Rows;
using Core.Release.SmallCells;
using Core.Release.Tables;

namespace Core.Release;

/// <summary>
/// The same attack over a file together with everything already released about the same students, to anybody (policy section 6:
/// differencing). What the file gives away alone, or earlier releases give away without it, is not told again.
/// </summary>
public static class Differencing
{
    /// <summary>Figures that are joined at most; beyond, the comparison would take minutes, and says so instead of passing.</summary>
    public const int MostFigures = 60_000;
    /// <summary>Hidden counts that are worked on at most.</summary>
    private const int MostHidden = 3_000;

    /// <summary>The earlier releases that speak of a group or total that the file speaks of too; the others cannot tell on it.</summary>
    /// <param name="file">The file's figures, a sheet each.</param>
    /// <param name="earlier">The releases.</param>
    /// <param name="giveUp">Ends the search; all are given back then.</param>
    public static IReadOnlyList<EarlierRelease> Overlapping(
        IReadOnlyList<Figures> file, IReadOnlyList<EarlierRelease> earlier, CancellationToken giveUp = default)
    {
        var left = earlier.TakeWhile(_ => !giveUp.IsCancellationRequested)
            .Select(release => release with { Sheets = [.. release.Sheets.Select(sheet => Alignment.With(file, sheet))] }).ToList();
        List<Figures> told = [.. file, .. left.SelectMany(release => release.Sheets)];
        var open = left.ConvertAll(release => (Release: release, Keys: Keys([.. release.Sheets, .. release.Rows.Select(rows => RowCounts.Of(rows, told))])));
        var (own, reached) = Keys(file);
        var joined = new List<EarlierRelease>();
        // What ties to a release that ties to the file ties to the file.
        for (var found = true; found;)
        {
            var next = open.FindAll(one => own.Overlaps(one.Keys.All) || reached.Overlaps(one.Keys.Own));
            found = next.Count > 0;
            open.RemoveAll(next.Contains);
            foreach (var (release, keys) in next)
            {
                joined.Add(release);
                own.UnionWith(keys.Own);
                reached.UnionWith(keys.All);
            }
        }

        return giveUp.IsCancellationRequested ? earlier : joined;
    }

    /// <summary>What the file gives away together with earlier releases.</summary>
    /// <param name="approved">What the file may hold.</param>
    /// <param name="file">Its figures, a sheet each.</param>
    /// <param name="earlier">What was released, as <see cref="Overlapping"/> gives it.</param>
    /// <param name="giveUp">Ends it; a comparison that was not finished is a finding.</param>
    public static IReadOnlyList<Finding> Check(
        ApprovedData approved, IReadOnlyList<Figures> file, IReadOnlyList<EarlierRelease> earlier, CancellationToken giveUp = default) =>
        earlier.Count == 0 || !approved.IsAggregate ? [] : Compare(approved, file, earlier, [], giveUp);

    /// <summary>
    /// What student rows without names give away of tables of counts that were released: whoever has the rows can count, and take a hidden count's
    /// others off. How the rows stand to other rows <see cref="LinkedRows"/> tells.
    /// </summary>
    /// <param name="approved">What the file may hold.</param>
    /// <param name="file">Its tables.</param>
    /// <param name="earlier">What was released.</param>
    /// <param name="giveUp">Ends it; a comparison that was not finished is a finding.</param>
    public static IReadOnlyList<Finding> CheckRows(
        ApprovedData approved, IReadOnlyList<RowTable> file, IReadOnlyList<EarlierRelease> earlier, CancellationToken giveUp = default)
    {
        var told = earlier.SelectMany(release => release.Sheets).ToList();
        var figures = file.Select(table => RowCounts.Of(table, told)).ToList();
        var overlapping = Overlapping(figures, earlier, giveUp);
        return overlapping.Count == 0 ? [] : Compare(approved, [], overlapping, [new("this file", []) { Rows = file }], giveUp);
    }

    private static IReadOnlyList<Finding> Compare(
        ApprovedData approved, IReadOnlyList<Figures> file, IReadOnlyList<EarlierRelease> earlier, IReadOnlyList<EarlierRelease> rows, CancellationToken giveUp)
    {
        var figures = earlier.Sum(release => release.Sheets.Sum(sheet => sheet.Counts.Count + sheet.Shares.Count));
        if (figures > MostFigures || giveUp.IsCancellationRequested)
        {
            return [Sentences.TooMuchReleased(earlier.Count)];
        }

        var joint = JointTable.Of(file, [.. earlier, .. rows]);
        if (joint.Counts.Cells.Count(cell => cell.Standing == Standing.Released) > MostFigures
            || joint.Counts.Cells.Count(cell => cell.IsHidden && cell.Standing != Standing.Derived) > MostHidden)
        {
            return [Sentences.TooMuchReleased(earlier.Count)];
        }

        var known = Places(JointTable.Of(file, []), approved, giveUp);
        known.UnionWith(Places(JointTable.Of([], earlier), approved, giveUp));
        var (all, unproven) = Found(joint, approved, giveUp);
        var told = all.Where(found => !known.Contains(joint.Counts.Cells[found.Cell].Place)).Take(ReleaseGate.ShownOfEach).Select(found => Tell(joint, found, byRows: rows.Count > 0));
        return unproven == 0 ? [.. told] : [.. told, Sentences.TooMuchReleased(earlier.Count)];
    }

    private static Finding Tell(JointTable joint, Recovered found, bool byRows)
    {
        var (cell, because) = (joint.Counts.Cells[found.Cell], Exposure.Because(joint, found.Cell));
        var who = cell.Standing switch
        {
            Standing.Counted => $"{cell.Place} is hidden",
            Standing.Rated => $"{cell.Place} is a share",
            Standing.Released => $"{cell.Place} is hidden there",
            Standing.Implied => $"Nobody wrote down {cell.Place}",
            _ => throw new UnreachableException(),
        };
        return Sentences.GivenAwayByEarlier(cell.Place, who, found.Low, found.High!.Value, because, byRows);
    }

    /// <summary>A count that is large may be known from elsewhere: only what gives a small group away matters.</summary>
    internal static Attack.Outcome Found(JointTable joint, ApprovedData approved, CancellationToken giveUp)
    {
        var (found, unproven) = Attack.Exposed(joint.Counts, approved.SmallestGroup, approved.SmallestGroup, giveUp);
        return new(
            [.. found.Where(one => one.GivesAway(approved.SmallestGroup, approved.SmallestGroup) && Exposure.IsFound(joint, one, approved))], unproven);
    }

    /// <summary>Where small groups are given away.</summary>
    internal static HashSet<string> Places(JointTable joint, ApprovedData approved, CancellationToken giveUp) =>
        [.. Found(joint, approved, giveUp).Found.Select(found => joint.Counts.Cells[found.Cell].Place)];

    /// <summary>What is shown or marked, and beyond that what it adds up to.</summary>
    private static (HashSet<(string, string)> Own, HashSet<(string, string)> All) Keys(IReadOnlyList<Figures> sheets)
    {
        var own = sheets.SelectMany(sheet => sheet.Counts.Select(one => (one.Measure, one.Group))
            .Concat(sheet.Sums.SelectMany(sum => sum.Groups, (sum, group) => (sum.Measure, Group: group)))
            .Concat(sheet.Shares.SelectMany(one => new[] { (one.Measure, one.Group), (Measure: one.Base, Group: one.BaseGroup) }))).ToHashSet();
        var all = own.ToHashSet();
        var level = own.ToList();
        while (level.Count > 0 && all.Count < MostFigures * 4)
        {
            level = [.. level.SelectMany(one => one.Item2.By.Keys.Select(dimension => (one.Item1, one.Item2.Without(dimension)))).Where(all.Add)];
        }

        return ([.. own.Select(one => (one.Item1, one.Item2.Key))], [.. all.Select(one => (one.Item1, one.Item2.Key))]);
    }
}
