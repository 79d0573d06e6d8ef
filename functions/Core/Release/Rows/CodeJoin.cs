namespace Core.Release.Rows;

/// <summary>What comes of putting the rows of two files together by the codes in them.</summary>
/// <param name="Header">The column of codes in this file.</param>
/// <param name="Students">How many students have the same code in both; of very long files, of those looked at.</param>
/// <param name="Few">How many of those are then in groups smaller than the smallest.</param>
internal sealed record CodeJoin(string Header, int Students, int Few)
{
    /// <summary>Codes that mostly contradict what else is told are the same by chance.</summary>
    private const double MostContradicting = 0.2;

    /// <summary>The join; null where the codes of the two tables are not the same students', or the tables tell the same of each.</summary>
    public static CodeJoin? Of(SharedKeys shared, RowTable here, RowTable there, int smallestGroup) => shared.AreAllSame || shared.AreOfOtherYears ? null
        : here.Codes.SelectMany(_ => there.Codes, (mine, theirs) => Of(shared, !here.IsCutOff && !there.IsCutOff, mine, theirs, smallestGroup))
            .OfType<CodeJoin>().MaxBy(one => one.Students);

    private static CodeJoin? Of(SharedKeys shared, bool areGroupsKnown, StudyCodes mine, StudyCodes theirs, int smallestGroup)
    {
        var students = new List<(int Here, int There)>();
        var contradicting = 0;
        // Both ascend, so one pass finds what they share.
        for (int one = 0, other = 0; one < mine.Numbers.Count && other < theirs.Numbers.Count;)
        {
            var (left, right) = (mine.Numbers[one], theirs.Numbers[other]);
            if (left != right)
            {
                (one, other) = left < right ? (one + 1, other) : (one, other + 1);
                continue;
            }
            var (ofHere, ofThere) = (Groups(mine, ref one), Groups(theirs, ref other));
            if (Meeting(ofHere, ofThere) is { } pair)
                students.Add(pair);
            else
                contradicting++;
        }
        if (students.Count == 0 || contradicting > MostContradicting * (students.Count + contradicting))
            return null;
        return new(mine.Header, students.Count, students.CountBy(pair => pair).Where(group => group.Value < smallestGroup).Sum(group => group.Value));

        (int Here, int There)? Meeting(List<int> ofHere, List<int> ofThere)
        {
            foreach (var (one, other) in ofHere.SelectMany(_ => ofThere, (one, other) => (one, other)))
            {
                if (!areGroupsKnown || shared.Meet(one, other))
                    return (one, other);
            }
            return null;
        }
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
