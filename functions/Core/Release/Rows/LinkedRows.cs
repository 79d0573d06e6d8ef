namespace Core.Release.Rows;

/// <summary>
/// Compares tables of student rows with those already released about the same students, to anybody: safe one by one, two that were recoded
/// differently may be joined and then single out a few (policy section 6). What a file gives away alone is told by itself.
/// </summary>
public static class LinkedRows
{
    /// <summary>Keys of which the values are told in ways that cross, beyond which not all of their combinations are tried.</summary>
    private const int MostCrossing = 8;

    // Told of one earlier release; who mends these mends the others.
    private const int Shown = 5;

    /// <summary>What the tables give away together with earlier releases.</summary>
    /// <param name="approved">What the file may hold.</param>
    /// <param name="file">Its tables.</param>
    /// <param name="earlier">What was released.</param>
    /// <param name="giveUp">Ends it; a comparison that was not finished is a finding.</param>
    public static IReadOnlyList<Finding> Check(
        ApprovedData approved, IReadOnlyList<RowTable> file, IReadOnlyList<EarlierRows> earlier, CancellationToken giveUp = default)
    {
        var findings = new List<Finding>();
        var tooMuch = 0;
        foreach (var release in earlier)
        {
            var isTooMuch = false;
            foreach (var (table, other) in file.SelectMany(_ => release.Tables, (table, other) => (table, other)))
                isTooMuch |= !Compare(approved, table, release, other, findings, giveUp);
            tooMuch += isTooMuch ? 1 : 0;
        }
        return tooMuch == 0 ? findings : [.. findings, Sentences.TooMuchReleased(tooMuch)];
    }

    /// <summary>What the sheets of one workbook give away together: rows that can be joined are one table, and are judged as one.</summary>
    /// <param name="approved">What the file may hold.</param>
    /// <param name="tables">Its tables.</param>
    internal static IEnumerable<Finding> Within(ApprovedData approved, IReadOnlyList<RowTable> tables)
    {
        for (var at = 1; at < tables.Count; at++)
        {
            foreach (var other in tables.Take(at).Where(other => !other.IsCutOff && !tables[at].IsCutOff))
            {
                if (CodeJoin.Of(new(tables[at], other), tables[at], other, approved.SmallestGroup) is { Few: > 0 } join)
                    yield return LinkSentences.Joined(tables[at], other, join, approved.SmallestGroup);
            }
        }
    }

    /// <returns>Whether all could be tried.</returns>
    private static bool Compare(
        ApprovedData approved, RowTable here, EarlierRows release, RowTable there, List<Finding> findings, CancellationToken giveUp)
    {
        var shared = new SharedKeys(here, there);
        if (CodeJoin.Of(shared, here, there, approved.SmallestGroup) is { } join)
        {
            findings.Add(LinkSentences.Joined(here, there, release, join, approved.SmallestGroup));
            return true;
        }
        if (!shared.AreOfTheSameStudents)
            return true;
        // A file whose own groups are not known is told by itself not to pass.
        if (here.IsCutOff)
            return true;
        if (shared.IsTooMuch || there.IsCutOff || giveUp.IsCancellationRequested)
            return false;

        var crossing = shared.Keys.Where(key => key.Overlap.IsWhole.Any(whole => !whole)).ToList();
        foreach (var apart in Combinations(crossing))
        {
            var found = new List<Singled>();
            foreach (var part in LinkedClasses.Of(shared, here, there, apart))
            {
                if (giveUp.IsCancellationRequested || LinkedAttack.On(part, shared, approved.SmallestGroup) is not { } singled)
                    return false;
                found.AddRange(singled);
            }
            if (found.Count > 0)
            {
                findings.AddRange(found.OrderBy(one => one.High).Take(Shown).Select(one => LinkSentences.SingledOut(here, release, one)));
                return true;
            }
        }
        return crossing.Count <= MostCrossing;
    }

    /// <summary>All keys apart first; then what several small groups together are.</summary>
    private static IEnumerable<IReadOnlyCollection<SharedKey>> Combinations(List<SharedKey> crossing)
    {
        var tried = crossing.Take(MostCrossing).ToList();
        yield return crossing;
        for (var kept = (1 << tried.Count) - 2; kept >= 0; kept--)
            yield return [.. tried.Where((_, at) => (kept & (1 << at)) != 0)];
    }
}
