using Core.Release.SmallCells;
using Core.Release.Tables;

namespace Core.Release;

/// <summary>What is hidden in a file so far, and why.</summary>
internal sealed class Hiding
{
    private readonly Figures _figures;
    private readonly Dictionary<(int Row, int Column), HiddenCell> _hidden = [];
    /// <summary>The counts that are hidden, with where they stand.</summary>
    private readonly Dictionary<(string, string), string> _gone = [];

    public Hiding(JointTable joint, Figures figures, SuppressionPlan plan)
    {
        _figures = figures;
        var counts = figures.Counts.ToDictionary(figure => (figure.Row, figure.Column));
        foreach (var cell in plan.Primary)
            Add(cell, HiddenBecause.Small, null);
        foreach (var cell in plan.Complementary)
            Add(cell, HiddenBecause.Protects, plan.Protects.TryGetValue(cell, out var small) ? joint.Counts.Cells[small].Place : null);
        HideShares();

        void Add(int cell, HiddenBecause because, string? of)
        {
            var (_, row, column) = joint.At[cell]!.Value;
            var place = joint.Counts.Cells[cell].Place;
            if (counts.TryGetValue((row, column), out var figure))
            {
                _hidden[(row, column)] = new(place, because, of);
                _gone.TryAdd((figure.Measure, figure.Group.Key), place);
            }
            else
            {
                _hidden[(row, column)] = new(place, HiddenBecause.TellsCount, of);
                if (joint.Rates.TryGetValue(cell, out var share))
                    _gone.TryAdd((share.Measure, share.Group.Key), place);
            }
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
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="of">Where the count stands that it would give away.</param>
    public bool Hide(int row, int column, string? of)
    {
        if (IsHidden(row, column) || _figures.Counts.FirstOrDefault(figure => figure.Row == row && figure.Column == column) is not { } figure)
            return false;
        _hidden[(row, column)] = new(figure.Place, HiddenBecause.Protects, of);
        _gone.TryAdd((figure.Measure, figure.Group.Key), figure.Place);
        HideShares();
        return true;
    }

    /// <summary>Hides a share alone; false where it is hidden already.</summary>
    public bool HideShare(Share share, string? of) => _hidden.TryAdd((share.Row, share.Column), new(share.Place, HiddenBecause.TellsCount, of));

    /// <summary>The rows with what is hidden replaced by its mark.</summary>
    public List<FilePart.Row> Rows(IReadOnlyList<FilePart.Row> rows) =>
        [.. rows.Select(row => row with { Cells = [.. row.Cells.Select((cell, column) => IsHidden(row.Number, column) ? SafeVersion.Mark : cell)] })];

    /// <summary>The table with what is hidden replaced by its mark, and the reasons.</summary>
    public SafeTable Table(IReadOnlyList<FilePart.Row> rows, int smallestGroup, int releases)
    {
        var (small, others, shares) = (Of(HiddenBecause.Small), Of(HiddenBecause.Protects), Of(HiddenBecause.TellsCount));
        return new(
            [.. Rows(rows).Select(row => row.Cells)], small, others, shares,
            new("", smallestGroup, small.Count, others.Count, shares.Count, releases,
                [.. _hidden.OrderBy(one => one.Value.Because).ThenBy(one => one.Key).Select(one => one.Value).Take(HiddenCells.MostTold)]));

        List<string> Of(HiddenBecause because) =>
            [.. _hidden.Where(one => one.Value.Because == because).OrderBy(one => one.Key).Select(one => one.Value.Where)];
    }

    private bool IsHidden(int row, int column) => _hidden.ContainsKey((row, column));

    /// <summary>A share of what is hidden tells of it, above the line or below.</summary>
    private void HideShares()
    {
        foreach (var share in _figures.Shares)
        {
            if ((_gone.GetValueOrDefault((share.Measure, share.Group.Key)) ?? _gone.GetValueOrDefault((share.Base, share.BaseGroup.Key))) is { } of)
                HideShare(share, of == share.Place ? null : of);
        }
    }
}
