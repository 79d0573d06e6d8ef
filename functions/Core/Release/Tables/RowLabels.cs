using System.Text.RegularExpressions;
using Core.Release.Columns;

namespace Core.Release.Tables;

/// <summary>Whom a row is about.</summary>
/// <param name="Group">The group.</param>
/// <param name="IsTotal">It is a total along some dimension.</param>
/// <param name="IsSubtotal">It is called a subtotal and is the only dimension's, so it adds up the rows above it.</param>
/// <param name="Dimension">The dimension it adds up; null where it is no subtotal.</param>
internal sealed record RowLabel(Group Group, bool IsTotal, bool IsSubtotal, string? Dimension);

/// <summary>Reads whom each row is about from the columns that break students down, totals and blanks below a merged cell included.</summary>
internal sealed partial class RowLabels(IReadOnlyList<BreakdownColumn> breakdowns, IReadOnlyList<FilePart.Row> rows)
{
    private readonly Dictionary<int, HashSet<string>> _named = breakdowns.ToDictionary(
        one => one.Column.Index,
        one => rows.Select(row => row.Text(one.Column.Index).Trim()).Where(text => text.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase));

    private readonly Dictionary<int, string> _above = [];
    private readonly HashSet<Group> _totals = [];

    public RowLabel Of(FilePart.Row row)
    {
        var (group, isTotal, firstTotal, subtotal, blank) = (Group.Everybody, false, int.MaxValue, (string?)null, new List<BreakdownColumn>());
        foreach (var one in breakdowns)
        {
            var text = row.Text(one.Column.Index).Trim();
            if (text.Length == 0)
            {
                blank.Add(one);
            }
            else if (TotalOf(one, text) is { } total)
            {
                isTotal = true;
                firstTotal = Math.Min(firstTotal, one.Column.Index);
                group = total.Length == 0 ? group : With(group, one, total);
                subtotal ??= Sub().IsMatch(text) ? one.Dimension ?? "group" : null;
            }
            else
            {
                _above[one.Column.Index] = text;
                group = With(group, one, text);
            }
        }

        // A blank repeats the cell above, as in a merged cell; right of a total it says "all of them".
        var filled = blank.Where(one => (!isTotal || one.Column.Index < firstTotal) && _above.ContainsKey(one.Column.Index))
            .Aggregate(group, (so, one) => With(so, one, _above[one.Column.Index]));
        // Where that total was there already, this is the one of all of them.
        group = isTotal && !_totals.Add(filled) ? group : filled;
        return new(group, isTotal, subtotal is not null && breakdowns.Count == 1, subtotal);
    }

    /// <summary>Null where the text is no total; "" where it is that of the whole dimension, else the category it is the total of ("Mather total").</summary>
    private string? TotalOf(BreakdownColumn one, string text)
    {
        if (Totals.IsTotal(text))
        {
            return "";
        }

        var of = TotalName().Match(text);
        return of.Success && (of.Groups["before"].Value + of.Groups["after"].Value).Trim() is var category && _named[one.Column.Index].Contains(category)
            ? category
            : null;
    }

    private static Group With(Group group, BreakdownColumn one, string text) => one.Dimension is { } dimension
        ? group.With(dimension, Categories.Named(text, dimension))
        : Categories.Of(text) is { } known ? group.With(known.Dimension, known.Category) : group.With(Categories.Plain(text), "yes");

    [GeneratedRegex(@"sub[\s_-]*total", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sub();

    [GeneratedRegex(@"^(?:(?<before>.+?)[\s:_-]+(?:sub)?totals?|(?:sub)?totals?(?:\s+for|\s+of)?[\s:_-]+(?<after>.+))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TotalName();
}
