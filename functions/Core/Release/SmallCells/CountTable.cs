namespace Core.Release.SmallCells;

/// <summary>How a count is known to those who read what is published.</summary>
public enum Standing
{
    /// <summary>It stands in the file, shown or hidden.</summary>
    Counted,
    /// <summary>Only a share of a known base stands in the file; the count follows from it, as far as rounding allows.</summary>
    Rated,
    /// <summary>It stands in an earlier release, shown or hidden: nothing done to the file changes that.</summary>
    Released,
    /// <summary>It stands nowhere and is a group all the same: who is left of a total, the others of a share.</summary>
    Implied,
    /// <summary>It stands nowhere and only ties other counts together: a total that nobody published.</summary>
    Derived,
}

/// <summary>One count in a table as it would be published.</summary>
/// <param name="Place">Where it stands, as a person finds it: "Sheet1!C7" or "row 7, column Students".</param>
/// <param name="Value">The published count; null where it is hidden.</param>
/// <param name="Low">The least a hidden count can be, from what the file says ("&lt;10" says 0).</param>
/// <param name="High">The most it can be; null where nothing says.</param>
/// <param name="Standing">How it is known.</param>
public sealed record CountCell(string Place, long? Value, long Low = 0, long? High = null, Standing Standing = Standing.Counted)
{
    /// <summary>The count is hidden.</summary>
    public bool IsHidden => Value is null;
}

/// <summary>
/// Something anybody knows about a table: a sum of counts, each times a number, lies between two bounds. A total is the plainest:
/// its parts minus itself are zero. A published percentage gives a narrow range instead of one value.
/// </summary>
/// <param name="Terms">Which cells, by their index in the table, and how often each.</param>
/// <param name="Low">Lower bound of the sum.</param>
/// <param name="High">Upper bound of the sum.</param>
/// <param name="Words">The fact as a reader would put it, such as "Grade 9 + Grade 10 = Total (row 4)".</param>
public sealed record Fact(IReadOnlyList<(int Cell, double Factor)> Terms, double Low, double High, string Words)
{
    /// <summary>The counts without which it would not be published: a share goes where its count or its base is hidden. Empty for what always holds.</summary>
    public IReadOnlyList<int> GoesWith { get; init; } = [];
}

/// <summary>Counts and everything that ties them together.</summary>
public sealed record CountTable(IReadOnlyList<CountCell> Cells, IReadOnlyList<Fact> Facts);
