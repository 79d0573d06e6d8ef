namespace Core.Release.Rows;

/// <summary>What comes of putting the rows of two files together by the codes in them.</summary>
/// <param name="Header">The column of codes in this file.</param>
/// <param name="Students">How many students have the same code in both; of very long files, of those looked at.</param>
/// <param name="Few">How many of those are then in groups smaller than the smallest.</param>
/// <param name="IsRecodedAlike">Both files tell the same of each student, in the same bands, though perhaps of different days.</param>
internal sealed record CodeJoin(string Header, int Students, int Few, bool IsRecodedAlike)
{
    /// <summary>A key in which nearly any two students agree cannot tell whose codes they are.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>How much of what chance leaves open must agree for codes to be the same students'.</summary>
    private const double BeyondChance = 0.3;

    /// <summary>
    /// The join; null where the codes of the two tables are not the same students', or it tells nothing that each table does not: of tables
    /// recoded alike it tells only who changed groups between them.
    /// </summary>
    public static CodeJoin? Of(SharedKeys shared, RowTable here, RowTable there, int smallestGroup)
    {
        if (shared.AreOfOtherYears)
            return null;
        var areGroupsKnown = !here.IsCutOff && !there.IsCutOff;
        return here.Codes.SelectMany(_ => there.Codes, (mine, theirs) => Of(shared, areGroupsKnown, mine, theirs, smallestGroup)).OfType<CodeJoin>()
            .Where(one => one.Few > 0 || !one.IsRecodedAlike).MaxBy(one => one.Students);
    }

    private static CodeJoin? Of(SharedKeys shared, bool areGroupsKnown, StudyCodes mine, StudyCodes theirs, int smallestGroup)
    {
        var students = new List<(int Here, int There)>();
        // Both ascend, so one pass finds what they share.
        for (int one = 0, other = 0; one < mine.Numbers.Count && other < theirs.Numbers.Count;)
        {
            var (left, right) = (mine.Numbers[one], theirs.Numbers[other]);
            if (left == right)
                students.Add(Together(Groups(mine, ref one), Groups(theirs, ref other)));
            else
                (one, other) = left < right ? (one + 1, other) : (one, other + 1);
        }
        if (students.Count == 0)
            return null;
        if (!areGroupsKnown)
            return new(mine.Header, students.Count, 0, shared.AreAllSame);
        if (AreAlikeByChance(shared, students))
            return null;
        var few = students.CountBy(pair => pair).Where(group => group.Value < smallestGroup).Sum(group => group.Value);
        return new(mine.Header, students.Count, few, shared.AreAllSame);

        (int Here, int There) Together(List<int> ofHere, List<int> ofThere)
        {
            foreach (var (one, other) in ofHere.SelectMany(_ => ofThere, (one, other) => (one, other)))
            {
                if (areGroupsKnown && shared.Meet(one, other))
                    return (one, other);
            }
            return (ofHere[0], ofThere[0]);
        }
    }

    /// <summary>
    /// Short codes are alike by chance; then what both files tell agrees no more often than between any two students. One key that agrees
    /// is enough: ages and schools change between two days.
    /// </summary>
    private static bool AreAlikeByChance(SharedKeys shared, List<(int Here, int There)> students)
    {
        var canTell = false;
        foreach (var key in shared.Keys)
        {
            var (agree, byChance) = (Share(key, 0), Share(key, students.Count / 2));
            if (byChance >= NearlyAll)
                continue;
            if (agree > byChance + (BeyondChance * (1 - byChance)))
                return false;
            canTell = true;
        }
        return canTell;

        // The numbers made from codes are in no order, so that any distance puts students beside others.
        double Share(SharedKey key, int distance) => Enumerable.Range(0, students.Count).Count(at =>
            key.Overlap.Meet(shared.Here(students[at].Here, key), shared.There(students[(at + distance) % students.Count].There, key))) / (double)students.Count;
    }

    /// <summary>The groups of the code at a place, which moves on to the next code.</summary>
    private static List<int> Groups(StudyCodes codes, ref int at)
    {
        var (code, groups) = (codes.Numbers[at], new List<int>());
        for (; at < codes.Numbers.Count && codes.Numbers[at] == code; at++)
            groups.Add(codes.Groups[at]);
        return groups;
    }
}
