using System.Globalization;
using Core.Release.SmallCells;
using Core.Release.Tables;

namespace Core.Release;

/// <summary>What is hidden in a file so far, and why.</summary>
internal sealed class Hiding
{
    private readonly Figures _figures;
    private readonly Dictionary<(int Row, int Column), string> _small = [];
    private readonly Dictionary<(int Row, int Column), string> _others = [];
    private readonly Dictionary<(int Row, int Column), string> _shares = [];
    private readonly HashSet<(string, string)> _gone = [];

    public Hiding(JointTable joint, Figures figures, SuppressionPlan plan)
    {
        _figures = figures;
        var counts = figures.Counts.ToDictionary(figure => (figure.Row, figure.Column));
        foreach (var cell in plan.Primary)
            Add(cell, _small);
        foreach (var cell in plan.Complementary)
            Add(cell, _others);
        HideShares();

        void Add(int cell, Dictionary<(int, int), string> why)
        {
            var (_, row, column) = joint.At[cell]!.Value;
            why[(row, column)] = joint.Counts.Cells[cell].Place;
            if (counts.TryGetValue((row, column), out var figure))
                _gone.Add((figure.Measure, figure.Group.Key));
            else if (joint.Rates.TryGetValue(cell, out var share))
                _gone.Add((share.Measure, share.Group.Key));
        }
    }

    /// <summary>The figures as they stay.</summary>
    public Figures Left => new(
        [.. _figures.Counts.Select(figure => IsHidden(figure.Row, figure.Column) ? figure with { Value = null, Low = 0, High = null } : figure)],
        [.. _figures.Shares.Where(share => !IsHidden(share.Row, share.Column))],
        _figures.Subtotals)
    {
        Within = _figures.Within,
    };

    /// <summary>Hides one more count, with its shares; false where it is hidden already.</summary>
    public bool Hide(int row, int column)
    {
        if (IsHidden(row, column) || _figures.Counts.FirstOrDefault(figure => figure.Row == row && figure.Column == column) is not { } figure)
            return false;
        _others[(row, column)] = figure.Place;
        _gone.Add((figure.Measure, figure.Group.Key));
        HideShares();
        return true;
    }

    /// <summary>Hides a share alone; false where it is hidden already.</summary>
    public bool HideShare(int row, int column, string place) => !IsHidden(row, column) && _shares.TryAdd((row, column), place);

    /// <summary>The rows with what is hidden replaced by its mark.</summary>
    public SafeTable Table(IReadOnlyList<FilePart.Row> rows, int smallestGroup) => new(
        [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Cells.Select((cell, column) => IsHidden(row.Number, column) ? SafeVersion.Mark : cell)])],
        [.. _small.Values], [.. _others.Values], Words(smallestGroup))
    {
        Shares = [.. _shares.Values],
    };

    private bool IsHidden(int row, int column) =>
        _small.ContainsKey((row, column)) || _others.ContainsKey((row, column)) || _shares.ContainsKey((row, column));

    /// <summary>A share of what is hidden tells of it, above the line or below.</summary>
    private void HideShares()
    {
        foreach (var share in _figures.Shares.Where(share => _gone.Contains((share.Measure, share.Group.Key)) || _gone.Contains((share.Base, share.BaseGroup.Key))))
            HideShare(share.Row, share.Column, share.Place);
    }

    private string Words(int smallestGroup)
    {
        var (small, others, shares) = (_small.Count, _others.Count, _shares.Count);
        return string.Create(CultureInfo.InvariantCulture, $"To protect students in small groups, {Counts(small)} below {smallestGroup} {(small == 1 ? "is" : "are")} shown as \"{SafeVersion.Mark}\"")
            + (others == 0 ? "" : $", and {Counts(others)} more, because the totals would give the small ones away otherwise")
            + (shares == 0 ? "." : $". The {(shares == 1 ? "percentage that belongs" : $"{shares} percentages that belong")} to hidden counts {(shares == 1 ? "is" : "are")} hidden with them.");
    }

    private static string Counts(int number) => number == 1 ? "1 count" : $"{number} counts";
}
