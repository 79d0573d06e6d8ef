namespace Core.Release.SmallCells;

/// <summary>
/// Hidden counts that are tied together, with what ties them. Those that share no fact cannot tell on each other, so each part is a
/// smaller problem of its own.
/// </summary>
internal sealed record Part(IReadOnlyList<int> Cells, IReadOnlyList<Fact> Facts)
{
    /// <summary>The parts of a table.</summary>
    public static IEnumerable<Part> Of(CountTable table)
    {
        var group = Enumerable.Range(0, table.Cells.Count).ToArray();
        int Root(int cell)
        {
            while (group[cell] != cell)
            {
                cell = group[cell] = group[group[cell]];
            }

            return cell;
        }

        var telling = table.Facts
            .Select(fact => (Fact: fact, Hidden: fact.Terms.Where(term => table.Cells[term.Cell].IsHidden).Select(term => term.Cell).ToList()))
            .Where(one => one.Hidden.Count > 0)
            .ToList();
        foreach (var (_, cells) in telling)
        {
            cells.ForEach(cell => group[Root(cell)] = Root(cells[0]));
        }

        var facts = telling.ToLookup(one => Root(one.Hidden[0]), one => one.Fact);
        return Enumerable.Range(0, table.Cells.Count).Where(cell => table.Cells[cell].IsHidden).GroupBy(Root)
            .Select(part => new Part([.. part], [.. facts[part.Key]]));
    }
}
