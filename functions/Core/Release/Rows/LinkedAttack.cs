namespace Core.Release.Rows;

/// <summary>A few students that two files together single out.</summary>
/// <param name="Here">What this file says of them; null where they are not in it.</param>
/// <param name="There">What the other says of them; null where they are not in it.</param>
/// <param name="Low">How many they are at least.</param>
/// <param name="High">How many they are at most.</param>
/// <param name="Of">Classes of this file that they are among.</param>
/// <param name="Others">Classes of the other file that have room for the rest of those.</param>
internal sealed record Singled(string? Here, string? There, int Low, int High, IReadOnlyList<LinkedClass> Of, IReadOnlyList<LinkedClass> Others);

/// <summary>
/// Works out, as an attacker would, which classes of two files surely have students in common, but fewer than the smallest group. That a class is
/// small in a file by itself is told there, not here.
/// </summary>
internal static class LinkedAttack
{
    /// <summary>Pairs of classes of one part that are worked on at most.</summary>
    public const int MostPairs = 40_000;

    /// <param name="part">Classes that hang together.</param>
    /// <param name="shared">What both files tell.</param>
    /// <param name="smallestGroup">Students of a group at least.</param>
    /// <returns>What was found; null where there is too much to work on.</returns>
    public static IReadOnlyList<Singled>? On(LinkedPart part, SharedKeys shared, int smallestGroup)
    {
        if ((long)part.Here.Count * part.There.Count > MostPairs)
            return null;
        var (here, there) = (part.Here.Select(one => one.Students).ToList(), part.There.Select(one => one.Students).ToList());
        var pairs = new List<(int Here, int There)>();
        for (var one = 0; one < part.Here.Count; one++)
        {
            for (var other = 0; other < part.There.Count; other++)
            {
                if (Meet(shared, part.Here[one], part.There[other]))
                    pairs.Add((one, other));
            }
        }

        // Who has no place in the other file is not in it; as few as can be are taken to be such.
        var both = Transport.Fill(here, there, pairs).Total;
        var (notThere, notHere) = ((int)(here.Sum(one => (long)one) - both), (int)(there.Sum(one => (long)one) - both));
        var (mine, theirs) = (part.Here.ToList(), part.There.ToList());
        if (notThere > 0)
        {
            pairs.AddRange(Enumerable.Range(0, part.Here.Count).Select(one => (one, part.There.Count)));
            there.Add(notThere);
            theirs.Add(new("those who are not in it", notThere, []));
        }
        if (notHere > 0)
        {
            pairs.AddRange(Enumerable.Range(0, part.There.Count).Select(other => (part.Here.Count, other)));
            here.Add(notHere);
            mine.Add(new("those who are not in this file", notHere, []));
        }

        var (all, found) = (Transport.Fill(here, there, pairs), new List<Singled>());
        for (var at = 0; at < pairs.Count; at++)
        {
            // A range within 1 to 9 has what one of the ways to put them has.
            if (all.Flow[at] > 0 && all.Flow[at] < smallestGroup && IsTold(pairs[at]) && Of(at) is { } singled)
                found.Add(singled);
        }
        return found;

        // That a student is in one file and not in the other is known only where the requests say that one is about a part.
        bool IsTold((int Here, int There) pair) =>
            (pair.Here < part.Here.Count ? part.Here[pair.Here].Students >= smallestGroup : shared.HereIsPart)
            && (pair.There < part.There.Count ? part.There[pair.There].Students >= smallestGroup : shared.ThereIsPart);

        Singled? Of(int at)
        {
            var (one, other) = pairs[at];
            var without = Transport.Fill(here, there, pairs, at);
            var low = (int)(all.Total - without.Total);
            if (low < 1 || low >= smallestGroup || CanBe(smallestGroup))
                return null;
            var high = smallestGroup - 1;
            while (high > low && !CanBe(high))
                high--;
            return new(
                one < part.Here.Count ? part.Here[one].Words : null, other < part.There.Count ? part.There[other].Words : null, low, high,
                [.. mine.Where((_, reached) => without.Here[reached])], [.. theirs.Where((_, reached) => without.There[reached])]);

            // So many are put there; the others must still all have a place.
            bool CanBe(int students)
            {
                if (here[one] < students || there[other] < students)
                    return false;
                var (less, room) = (here.ToArray(), there.ToArray());
                (less[one], room[other]) = (less[one] - students, room[other] - students);
                return Transport.Fill(less, room, pairs).Total == all.Total - students;
            }
        }
    }

    private static bool Meet(SharedKeys shared, LinkedClass mine, LinkedClass theirs)
    {
        for (var at = 0; at < shared.Keys.Count; at++)
        {
            if (mine.Values[at] > 0 && theirs.Values[at] > 0 && !shared.Keys[at].Overlap.Meet(mine.Values[at], theirs.Values[at]))
                return false;
        }
        return true;
    }
}
