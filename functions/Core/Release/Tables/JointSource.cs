using System.Globalization;
using Core.Release.SmallCells;

namespace Core.Release.Tables;

/// <summary>One sheet, of the file or of an earlier release, with the cell of each of its figures.</summary>
internal sealed class JointSource
{
    private readonly Figures _figures;
    private readonly int[] _cell;
    private readonly string? _release;

    private JointSource(Figures figures, int[] cell, string? release) => (_figures, _cell, _release) = (figures, cell, release);

    public IReadOnlyList<Figure> Counts => _figures.Counts;
    public IReadOnlyList<Subtotal> Subtotals => _figures.Subtotals;
    public IReadOnlyList<GroupSum> Sums => _figures.Sums;
    public int CellOf(int figure) => _cell[figure];

    /// <summary>A sheet of the file itself.</summary>
    public static JointSource OfFile(Figures figures, int sheet, JointCells cells)
    {
        var isOther = Contradicts(figures, cells);
        var cell = new int[figures.Counts.Count];
        for (var at = 0; at < cell.Length; at++)
        {
            var figure = figures.Counts[at];
            var place = (sheet, figure.Row, figure.Column);
            var counted = new CountCell(figure.Place, figure.Value, figure.Low, figure.High);
            cell[at] = isOther || figure.Group.By.ContainsKey("row") ? cells.AddApart(counted, place)
                : cells.Find(figure.Measure, figure.Group) is { } same && cells.Cells[same].Value == figure.Value && figure.Value is not null ? same
                : cells.Add(figure.Measure, figure.Group, counted, place);
        }

        return new(figures, cell, null);
    }

    /// <summary>A sheet of an earlier release; null where its figures are those of another time or of something else.</summary>
    public static JointSource? OfRelease(Figures figures, string label, JointCells cells)
    {
        if (Contradicts(figures, cells))
        {
            return null;
        }

        var cell = new int[figures.Counts.Count];
        for (var at = 0; at < cell.Length; at++)
        {
            var figure = figures.Counts[at];
            cell[at] = Joined(figure, figure.Group.By.ContainsKey("row") ? null : cells.Find(figure.Measure, figure.Group), label, cells);
        }

        return new(figures, cell, label);
    }

    /// <summary>
    /// Student rows that were released; null where they are of another time. Where they have fewer students than a count says, some were left out of
    /// them, and all that they show is how many there are at least.
    /// </summary>
    public static JointSource? OfRows(Figures figures, string label, JointCells cells)
    {
        var (common, fewer, more) = Compared(figures, cells);
        return more * 5 > common ? null : OfRelease(fewer > 0 ? figures.AtLeast : figures, label, cells);
    }

    /// <summary>More than one in five of the figures that both show differ.</summary>
    private static bool Contradicts(Figures figures, JointCells cells) =>
        Compared(figures, cells) is var (common, fewer, more) && (fewer + more) * 5 > common;

    /// <summary>How many figures both show, and how many of them are lower and higher than what is known.</summary>
    private static (int Common, int Fewer, int More) Compared(Figures figures, JointCells cells)
    {
        var (common, fewer, more) = (0, 0, 0);
        foreach (var figure in figures.Counts.Where(one => one.Value is not null))
        {
            if (cells.Find(figure.Measure, figure.Group) is { } same && cells.Cells[same].Value is { } value)
            {
                common++;
                fewer += figure.Value < value ? 1 : 0;
                more += figure.Value > value ? 1 : 0;
            }
        }

        return (common, fewer, more);
    }

    private static int Joined(Figure figure, int? same, string label, JointCells cells)
    {
        var place = $"{figure.Place} of {label}";
        switch (same is { } index ? cells.Cells[index].Value : null, figure.Value)
        {
            case (null, var value) when same is { } hidden && cells.Cells[hidden].Standing is Standing.Counted or Standing.Rated && same is not null:
                // Hidden in the file: what the release says about it is one more fact, not the file's own.
                var (low, high) = (value ?? figure.Low, value ?? figure.High);
                if (low > 0 || high is not null)
                {
                    var says = value is { } shown ? $"shows {shown}" : high is { } most ? $"says that it is from {low} to {most}" : $"says that it is {low} or more";
                    cells.Facts.Add(new([(same!.Value, 1)], low, high ?? double.PositiveInfinity, string.Create(CultureInfo.InvariantCulture, $"{place} {says}")));
                }

                return same!.Value;
            case ({ } shown, { } value) when shown != value:
                return cells.AddApart(Cell());
            case (not null, var value) when same is not null:
                if (value is not null && cells.Cells[same.Value].Standing == Standing.Counted)
                {
                    // Says nothing while the file shows it, and makes hiding it useless.
                    cells.Facts.Add(new([(same.Value, 1)], value.Value, value.Value, string.Create(CultureInfo.InvariantCulture, $"{place} shows {value}")));
                }

                return same.Value;
            case (null, { } value) when same is { } both:
                cells.Cells[both] = cells.Cells[both] with { Value = value, Place = place };
                return both;
            case (null, null) when same is { } both:
                cells.Cells[both] = cells.Cells[both] with
                {
                    Low = Math.Max(cells.Cells[both].Low, figure.Low),
                    High = cells.Cells[both].High is { } most2 && figure.High is { } other ? Math.Min(most2, other) : cells.Cells[both].High ?? figure.High,
                };
                return both;
            default:
                return cells.Add(figure.Measure, figure.Group, Cell());
        }

        CountCell Cell() => new(place, figure.Value, figure.Low, figure.High, Standing.Released);
    }

    /// <summary>Adds what each share says: about the count above the line, and about the others below it.</summary>
    public void AddShares(JointCells cells)
    {
        var mine = new Dictionary<(string, string), int>();
        for (var at = 0; at < _cell.Length; at++)
        {
            mine.TryAdd((_figures.Counts[at].Measure, _figures.Counts[at].Group.Key), _cell[at]);
        }

        foreach (var share in _figures.Shares)
        {
            // A base that nobody wrote down is known all the same once two of its shares stand beside their counts.
            var under = Find(share.Base, share.BaseGroup)
                ?? cells.Add(share.Base, share.BaseGroup, new($"{share.Base} of {share.BaseGroup}", null, Standing: Standing.Derived));

            if (Find(share.Measure, share.Group) is not { } over)
            {
                over = cells.Add(
                    share.Measure, share.Group, new(Of(share.Place), null, Standing: _release is null ? Standing.Rated : Standing.Released),
                    _release is null ? (0, share.Row, share.Column) : null);
                mine[(share.Measure, share.Group.Key)] = over;
                cells.Rates[over] = share;
            }

            if (over != under)
            {
                Tie(share, over, under, cells);
            }
        }

        AddWithin(cells, Find);

        int? Find(string measure, Group group) => mine.TryGetValue((measure, group.Key), out var own) ? own : cells.Find(measure, group);
    }

    /// <summary>A part is never more than what it is a part of, whether their share is shown or not.</summary>
    private void AddWithin(JointCells cells, Func<string, Group, int?> find)
    {
        foreach (var (part, whole) in _figures.Within)
        {
            var pairs = _figures.Counts.Select((count, at) => (Over: _cell[at], Under: count.Measure == part ? find(whole, count.Group) : null))
                .Where(pair => pair.Under is { } under && under != pair.Over).Select(pair => (pair.Over, Under: pair.Under!.Value)).ToList();
            if (pairs.TrueForAll(pair => cells.Bounds(pair.Over).Low <= cells.Bounds(pair.Under).High))
            {
                cells.Facts.AddRange(pairs.Select(pair => new Fact(
                    [(pair.Over, 1), (pair.Under, -1)], double.NegativeInfinity, 0, $"{cells.Cells[pair.Over].Place} is a part of {cells.Cells[pair.Under].Place}")));
            }
        }
    }

    private void Tie(Share share, int over, int under, JointCells cells)
    {
        var place = Of(share.Place);
        // A share of the file goes with its counts; one that was released stays for ever.
        IReadOnlyList<int> goesWith = _release is null ? [over, under] : [];
        if (cells.Cells[under].Value is not { } whole)
        {
            var says = $"{place} says that {cells.Cells[over].Place} is {share.Shown} of {cells.Cells[under].Place}";
            cells.Facts.Add(new([(over, 1), (under, -share.Low)], 0, double.PositiveInfinity, says) { GoesWith = goesWith });
            cells.Facts.Add(new([(over, 1), (under, -share.High)], double.NegativeInfinity, 0, says) { GoesWith = goesWith });
            return;
        }

        var (least, most) = (Math.Ceiling((whole * share.Low) - 1e-9), Math.Floor((whole * share.High) + 1e-9));
        if (least > most)
        {
            return;
        }

        var range = least == most ? $"{least}" : $"from {least} to {most}";
        var words = string.Create(CultureInfo.InvariantCulture, $"{share.Shown} of the {whole} in {cells.Cells[under].Place} is {range}");
        cells.Facts.Add(new([(over, 1)], least, most, words) { GoesWith = goesWith });
        if (whole > least)
        {
            var others = cells.AddApart(
                new($"the others of the {whole} in {cells.Cells[under].Place}, beside {place}", null, 0, whole, Standing.Implied));
            cells.Facts.Add(new([(over, 1), (others, 1), (under, -1)], 0, 0, $"{cells.Cells[over].Place} is a part of {cells.Cells[under].Place}"));
        }
    }

    public string Of(string place) => _release is null ? place : $"{place} of {_release}";
}
