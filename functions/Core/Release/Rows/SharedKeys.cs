using Core.Release.Tables;

namespace Core.Release.Rows;

/// <summary>A key that two files have, or that one has and the other's request says of all its students.</summary>
/// <param name="Header">What a sentence calls it.</param>
/// <param name="Here">Where it is in the one file; -1 where its request says it.</param>
/// <param name="There">Where it is in the other.</param>
/// <param name="HereValues">Its values in the one.</param>
/// <param name="ThereValues">Its values in the other.</param>
/// <param name="Overlap">Which of them go together.</param>
internal sealed record SharedKey(
    string Header, int Here, int There, IReadOnlyList<string> HereValues, IReadOnlyList<string> ThereValues, KeyOverlap Overlap);

/// <summary>Two tables of student rows side by side: what both tell, and whether they are about the same students.</summary>
internal sealed class SharedKeys
{
    private const int FewestCommon = 3;
    private const string Population = "population";

    private readonly RowTable here, there;

    public SharedKeys(RowTable here, RowTable there)
    {
        (this.here, this.there) = (here, there);
        var keys = new List<SharedKey>();
        for (var at = 0; at < here.Keys.Count; at++)
        {
            var (key, other) = (here.Keys[at], IndexIn(there, here.Keys[at].Dimension));
            if (other >= 0)
                Add(key.Header, at, other, key.Dimension, key.Values, there.Keys[other].Values);
            else if (there.Covered.By.TryGetValue(key.Dimension, out var said))
                Add(key.Header, at, -1, key.Dimension, key.Values, [said]);
        }
        for (var at = 0; at < there.Keys.Count; at++)
        {
            var key = there.Keys[at];
            if (IndexIn(here, key.Dimension) < 0 && here.Covered.By.TryGetValue(key.Dimension, out var said))
                Add(key.Header, -1, at, key.Dimension, [said], key.Values);
        }
        Keys = keys;

        void Add(string header, int one, int other, string dimension, IReadOnlyList<string> mine, IReadOnlyList<string> theirs)
        {
            if (mine.Count == 0 || theirs.Count == 0)
                return;
            if ((long)mine.Count * theirs.Count > KeyOverlap.MostPairs)
                IsTooMuch = true;
            else
                keys.Add(new(header, one, other, mine, theirs, new(dimension, mine, theirs)));
        }
    }

    public IReadOnlyList<SharedKey> Keys { get; }

    /// <summary>A key has more values than can be compared.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>Both files tell the same of each student, in the same bands.</summary>
    public bool AreAllSame => !IsTooMuch && Keys.Count == here.Keys.Count && Keys.Count == there.Keys.Count && Keys.All(key => key.Overlap.IsSame);

    /// <summary>The requests speak of different school years.</summary>
    public bool AreOfOtherYears => Differ(Group.Year);

    /// <summary>By its request's words the one file is only about some of the students of the other.</summary>
    public bool HereIsPart => OnlyIn(here, there);

    /// <summary>By its request's words the other file is only about some of the students of this one.</summary>
    public bool ThereIsPart => OnlyIn(there, here);

    /// <summary>The same students, or some of them, as far as the words of the requests say so, or the sizes of the groups prove it.</summary>
    public bool AreOfTheSameStudents =>
        !AreOfOtherYears && !(HereIsPart && ThereIsPart)
        && here.Covered.By.Keys.Where(Differ).ToList() is var differing && (differing.Count == 0 || (differing is [Population] && SizesProveIt()));

    /// <summary>The number of a key's value in a group, from 1 on.</summary>
    public int Here(int group, SharedKey key) => key.Here < 0 ? 1 : here.Value(group, key.Here);

    /// <summary>The same of a group of the other file.</summary>
    public int There(int group, SharedKey key) => key.There < 0 ? 1 : there.Value(group, key.There);

    /// <summary>Whether one student can be in both groups.</summary>
    public bool Meet(int mine, int theirs) => Keys.All(key => key.Overlap.Meet(Here(mine, key), There(theirs, key)));

    private static int IndexIn(RowTable table, string dimension)
    {
        for (var at = 0; at < table.Keys.Count; at++)
        {
            if (table.Keys[at].Dimension == dimension)
                return at;
        }
        return -1;
    }

    private bool Differ(string dimension) =>
        here.Covered.By.TryGetValue(dimension, out var mine) && there.Covered.By.TryGetValue(dimension, out var theirs) && mine != theirs;

    /// <summary>A request that names no year is taken to be of the other's.</summary>
    private static bool OnlyIn(RowTable part, RowTable whole) => part.Covered.By.Keys.Any(dimension =>
        dimension != Group.Year && !whole.Covered.By.ContainsKey(dimension) && IndexIn(whole, dimension) < 0);

    /// <summary>Requests name the same students in many ways; where several sizes agree and none contradicts, they are the same.</summary>
    private bool SizesProveIt()
    {
        var (mine, theirs) = (Sizes(here, isHere: true), Sizes(there, isHere: false));
        return Keys.Count > 0 && mine.Count == theirs.Count && mine.Values.Distinct().Count() >= FewestCommon
            && mine.All(one => theirs.TryGetValue(one.Key, out var size) && size == one.Value);

        Dictionary<string, long> Sizes(RowTable table, bool isHere)
        {
            var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
            for (var group = 0; group < table.Groups; group++)
            {
                var part = string.Join(
                    ' ', Keys.Select(key => isHere ? key.Overlap.Here[Here(group, key) - 1] : key.Overlap.There[There(group, key) - 1]));
                sizes[part] = sizes.GetValueOrDefault(part) + table.Students[group];
            }
            return sizes;
        }
    }
}
