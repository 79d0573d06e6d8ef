namespace Core.Release.Rows;

/// <summary>
/// Puts the students of one file's classes into those of another's, where only some pairs can have students in common: how many at most, and what
/// stands in the way of more. Exact: with whole numbers on both sides, what is found is whole.
/// </summary>
internal static class Transport
{
    /// <summary>A largest way to put them.</summary>
    /// <param name="Total">Students that have a place.</param>
    /// <param name="Flow">How many each pair has in common.</param>
    /// <param name="Here">Classes of the one file whose students have no room but in <paramref name="There"/>.</param>
    /// <param name="There">Classes of the other that are full of them.</param>
    internal sealed record Filled(long Total, int[] Flow, bool[] Here, bool[] There);

    /// <param name="here">How many students each class of the one file has.</param>
    /// <param name="there">How many each class of the other has.</param>
    /// <param name="pairs">The classes that can have students in common.</param>
    /// <param name="without">A pair that is taken to have none; -1 for all pairs.</param>
    public static Filled Fill(IReadOnlyList<int> here, IReadOnlyList<int> there, IReadOnlyList<(int Here, int There)> pairs, int without = -1)
    {
        var (left, room, flow) = (here.ToArray(), there.ToArray(), new int[pairs.Count]);
        var (ofHere, ofThere) = (new List<int>[left.Length], new List<int>[room.Length]);
        for (var at = 0; at < left.Length; at++)
            ofHere[at] = [];
        for (var at = 0; at < room.Length; at++)
            ofThere[at] = [];
        for (var at = 0; at < pairs.Count; at++)
        {
            if (at == without)
                continue;
            var (one, other) = pairs[at];
            ofHere[one].Add(at);
            ofThere[other].Add(at);
            flow[at] = Math.Min(left[one], room[other]);
            (left[one], room[other]) = (left[one] - flow[at], room[other] - flow[at]);
        }

        // By which pair each class was reached; shortest ways first, so that it ends.
        var (toHere, toThere) = (new int[left.Length], new int[room.Length]);
        while (Way() is var end and >= 0)
            Shift(end);
        return new(flow.Sum(one => (long)one), flow, [.. toHere.Select(one => one != Unreached)], [.. toThere.Select(one => one != Unreached)]);

        int Way()
        {
            Array.Fill(toHere, Unreached);
            Array.Fill(toThere, Unreached);
            var open = new Queue<int>();
            for (var one = 0; one < left.Length; one++)
            {
                if (left[one] > 0)
                {
                    toHere[one] = Start;
                    open.Enqueue(one);
                }
            }
            while (open.TryDequeue(out var one))
            {
                foreach (var pair in ofHere[one])
                {
                    var other = pairs[pair].There;
                    if (toThere[other] != Unreached)
                        continue;
                    toThere[other] = pair;
                    if (room[other] > 0)
                        return other;
                    foreach (var back in ofThere[other].Where(back => flow[back] > 0 && toHere[pairs[back].Here] == Unreached))
                    {
                        toHere[pairs[back].Here] = back;
                        open.Enqueue(pairs[back].Here);
                    }
                }
            }
            return -1;
        }

        void Shift(int end)
        {
            var most = room[end];
            for (var other = end; ;)
            {
                var one = pairs[toThere[other]].Here;
                if (toHere[one] == Start)
                {
                    most = Math.Min(most, left[one]);
                    break;
                }
                most = Math.Min(most, flow[toHere[one]]);
                other = pairs[toHere[one]].There;
            }
            room[end] -= most;
            for (var other = end; ;)
            {
                flow[toThere[other]] += most;
                var one = pairs[toThere[other]].Here;
                if (toHere[one] == Start)
                {
                    left[one] -= most;
                    return;
                }
                flow[toHere[one]] -= most;
                other = pairs[toHere[one]].There;
            }
        }
    }

    private const int Unreached = -1, Start = -2;
}
