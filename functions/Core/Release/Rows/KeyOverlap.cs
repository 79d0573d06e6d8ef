namespace Core.Release.Rows;

/// <summary>
/// Which values of one key one student can have in two files at once: grade 9 there and "9-12" here, but not "6-8". In doubt they can. Values
/// that hang together so make a part; in a part where each goes with each, the values themselves tell nothing more.
/// </summary>
public sealed class KeyOverlap
{
    /// <summary>Pairs of values that are compared at most.</summary>
    public const int MostPairs = 4_000_000;

    private readonly bool[] together;
    private readonly int width;

    /// <summary>Compares the values.</summary>
    /// <param name="dimension">What the key is about.</param>
    /// <param name="here">The values in the one file.</param>
    /// <param name="there">The values in the other.</param>
    public KeyOverlap(string dimension, IReadOnlyList<string> here, IReadOnlyList<string> there)
    {
        var isDates = here.Concat(there).Any(ValueMeaning.IsDate);
        var (mine, theirs) = (here.Select(Meaning).ToList(), there.Select(Meaning).ToList());
        Unsay(mine, theirs);
        Unsay(theirs, mine);
        (width, together) = (there.Count, new bool[here.Count * there.Count]);
        var (mineLoose, theirsLoose) = (Loose(mine, theirs), Loose(theirs, mine));
        var mineCovered = mine.ConvertAll(one => IsCovered(one, theirs));
        var theirsCovered = theirs.ConvertAll(one => IsCovered(one, mine));
        for (var one = 0; one < mine.Count; one++)
        {
            for (var other = 0; other < width; other++)
                together[(one * width) + other] = mine[one].Meets(theirs[other])
                    || mine[one] is ValueMeaning.Unsaid || theirs[other] is ValueMeaning.Unsaid
                    || (mineLoose[one] && !theirsCovered[other]) || (theirsLoose[other] && !mineCovered[one]);
        }

        (Here, There) = Parts(mine.Count);
        var parts = Here.Concat(There).Max() + 1;
        var isWhole = new bool[parts];
        Array.Fill(isWhole, value: true);
        for (var one = 0; one < mine.Count; one++)
        {
            for (var other = 0; other < width; other++)
            {
                if (Here[one] == There[other] && !together[(one * width) + other])
                    isWhole[Here[one]] = false;
            }
        }
        IsWhole = isWhole;

        IsSame = Here.Distinct().Count() == mine.Count && There.Distinct().Count() == width;

        ValueMeaning Meaning(string value) => ValueMeaning.Of(value, dimension, isDates);
    }

    /// <summary>The part of each value of the one file, by its number less 1.</summary>
    public IReadOnlyList<int> Here { get; }

    /// <summary>The part of each value of the other.</summary>
    public IReadOnlyList<int> There { get; }

    /// <summary>Whether in a part every value of the one file goes with every one of the other.</summary>
    public IReadOnlyList<bool> IsWhole { get; }

    /// <summary>Both files say it in the same bands; a value may be in one of them only.</summary>
    public bool IsSame { get; }

    /// <summary>Whether one student can have both values, numbered from 1.</summary>
    public bool Meet(int here, int there) => together[((here - 1) * width) + there - 1];

    /// <summary>A blank that the other file does not have tells nothing; one that both have is a value like any other.</summary>
    private static void Unsay(List<ValueMeaning> own, List<ValueMeaning> others)
    {
        var blank = new ValueMeaning.Named("");
        if (own.IndexOf(blank) is >= 0 and var at && !others.Contains(blank))
            own[at] = new ValueMeaning.Unsaid();
    }

    /// <summary>
    /// Values that are not known to be one of the other file's, and so may be any that is not accounted for: what it calls otherwise, unless it
    /// has brought what it does not name together.
    /// </summary>
    private static List<bool> Loose(List<ValueMeaning> own, List<ValueMeaning> others) => own.ConvertAll(one => one switch
    {
        ValueMeaning.Rest or ValueMeaning.Unsaid => true,
        ValueMeaning.Named => !others.Exists(other => other is ValueMeaning.Rest || one.Meets(other)),
        _ => false,
    });

    /// <summary>All that the value can stand for has a name in the other file.</summary>
    private static bool IsCovered(ValueMeaning value, List<ValueMeaning> others)
    {
        if (value is not ValueMeaning.Span(var low, var high))
            return others.Exists(value.Meets);
        foreach (var span in others.OfType<ValueMeaning.Span>().Where(span => span.High >= low).OrderBy(span => span.Low))
        {
            if (span.Low > low)
                return false;
            low = Math.Max(low, span.High + 1);
            if (low > high)
                return true;
        }
        return false;
    }

    private (int[] Here, int[] There) Parts(int height)
    {
        var (mine, theirs, parts) = (new int[height], new int[width], 0);
        Array.Fill(mine, -1);
        Array.Fill(theirs, -1);
        var open = new Queue<(bool IsMine, int Value)>();
        for (var start = 0; start < height + width; start++)
        {
            Reach(start < height, start < height ? start : start - height);
            if (open.Count == 0)
                continue;
            while (open.TryDequeue(out var at))
            {
                for (var other = 0; other < (at.IsMine ? width : height); other++)
                {
                    if (together[at.IsMine ? (at.Value * width) + other : (other * width) + at.Value])
                        Reach(!at.IsMine, other);
                }
            }
            parts++;
        }
        return (mine, theirs);

        void Reach(bool isMine, int value)
        {
            ref var part = ref (isMine ? mine : theirs)[value];
            if (part >= 0)
                return;
            part = parts;
            open.Enqueue((isMine, value));
        }
    }
}
