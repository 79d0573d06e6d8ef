namespace Core.Release.Tables;

/// <summary>One count in a file, shown or hidden.</summary>
/// <param name="Measure">What is counted, in plain words, such as "students" or "suspended".</param>
/// <param name="Group">Of whom.</param>
/// <param name="Place">Where it stands, as a person finds it.</param>
/// <param name="Value">The count; null where it is hidden.</param>
/// <param name="Low">The least a hidden count can be by its mark.</param>
/// <param name="High">The most; null where the mark does not say.</param>
/// <param name="Row">Its row as a person sees it.</param>
/// <param name="Column">Its column, from 0.</param>
public sealed record Figure(string Measure, Group Group, string Place, long? Value, long Low, long? High, int Row, int Column);

/// <summary>A share in a file: so much of a base is the measure.</summary>
/// <param name="Measure">What is counted above the line.</param>
/// <param name="Group">Of whom.</param>
/// <param name="Base">What is counted below the line.</param>
/// <param name="BaseGroup">Of whom.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Shown">As it is written, such as "12.5 %".</param>
/// <param name="Low">The least it can be, 0 to 1, after rounding is taken back.</param>
/// <param name="High">The most it can be, 0 to 1.</param>
/// <param name="Row">Its row as a person sees it.</param>
/// <param name="Column">Its column, from 0.</param>
public sealed record Share(
    string Measure, Group Group, string Base, Group BaseGroup, string Place, string Shown, double Low, double High, int Row, int Column);

/// <summary>A row that says it adds up the rows above it.</summary>
/// <param name="Whole">The subtotal, by its index among the counts.</param>
/// <param name="Parts">What it adds up.</param>
public sealed record Subtotal(int Whole, IReadOnlyList<int> Parts);

/// <summary>How many students several groups have together, where nothing says how many each has: grades 9 to 12 of a file that has bands.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Low">The least they can be together.</param>
/// <param name="High">The most; null where nothing says.</param>
public sealed record GroupSum(string Measure, IReadOnlyList<Group> Groups, string Place, long Low, long? High);

/// <summary>Everything a file says in numbers about groups of students; no student is in it.</summary>
public sealed record Figures(IReadOnlyList<Figure> Counts, IReadOnlyList<Share> Shares, IReadOnlyList<Subtotal> Subtotals)
{
    /// <summary>
    /// What is counted among what: those who passed among those tested. Its shares say so; it stays true, and known, where they are hidden.
    /// </summary>
    public IReadOnlyCollection<(string Part, string Whole)> Within
    {
        get => field ?? [.. Shares.Where(share => share.Measure != share.Base && share.Group == share.BaseGroup).Select(share => (share.Measure, share.Base)).Distinct()];
        init;
    }

    /// <summary>What several groups have together; only student rows say that.</summary>
    public IReadOnlyList<GroupSum> Sums { get; init; } = [];

    /// <summary>The same where some students were left out: every count is the least that it can be.</summary>
    public Figures AtLeast => this with
    {
        Counts = [.. Counts.Select(one => one with { Value = null, Low = one.Value ?? one.Low, High = null })],
        Sums = [.. Sums.Select(one => one with { High = null })],
    };

    /// <summary>The same with other groups.</summary>
    public Figures Put(Func<Group, Group> put) => this with
    {
        Counts = [.. Counts.Select(one => one with { Group = put(one.Group) })],
        Shares = [.. Shares.Select(one => one with { Group = put(one.Group), BaseGroup = put(one.BaseGroup) })],
        Sums = [.. Sums.Select(one => one with { Groups = [.. one.Groups.Select(put)] })],
    };

    /// <summary>The same with other words for what is counted.</summary>
    public Figures Put(Func<string, string> put) => this with
    {
        Counts = [.. Counts.Select(one => one with { Measure = put(one.Measure) })],
        Shares = [.. Shares.Select(one => one with { Measure = put(one.Measure), Base = put(one.Base) })],
        Sums = [.. Sums.Select(one => one with { Measure = put(one.Measure) })],
    };

    /// <summary>A file without counts.</summary>
    public static readonly Figures None = new([], [], []);

    /// <summary>The figures of several sheets as one.</summary>
    public static Figures Together(IReadOnlyList<Figures> sheets)
    {
        if (sheets.Count <= 1)
        {
            return sheets.Count == 0 ? None : sheets[0];
        }

        var (counts, shares, subtotals) = (new List<Figure>(), new List<Share>(), new List<Subtotal>());
        foreach (var sheet in sheets)
        {
            var before = counts.Count;
            subtotals.AddRange(sheet.Subtotals.Select(one => new Subtotal(one.Whole + before, [.. one.Parts.Select(part => part + before)])));
            counts.AddRange(sheet.Counts);
            shares.AddRange(sheet.Shares);
        }

        return new(counts, shares, subtotals);
    }
}
