using NodaTime;
using Service.Reports;

namespace Service.Registers;

/// <summary>A kind of register: how its lines are read and written.</summary>
/// <param name="Name">Its name in addresses and storage.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Required">The columns that must be there; the first identifies an entry.</param>
/// <param name="Optional">The columns that may be there.</param>
/// <param name="Read">Reads an entry; what is wrong is noted at its line.</param>
/// <param name="Cells">The entry's cells, in the order of the columns.</param>
internal sealed record RegisterKind<T>(
    string Name, string Title, string[] Required, string[] Optional, Func<RegisterLine, T> Read, Func<T, IReadOnlyList<object?>> Cells)
{
    /// <summary>All columns, in their order.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Required, .. Optional];

    /// <summary>What the office should see to in an entry on a day, such as an agreement that has ended; null where nothing.</summary>
    public Func<T, LocalDate, string?> Care { get; init; } = static (_, _) => null;

    /// <summary>What identifies an entry.</summary>
    public string KeyOf(T entry) => Cells(entry)[0]?.ToString() ?? "";

    /// <summary>The entries of a file, or what is wrong with it.</summary>
    public (IReadOnlyList<T>? Entries, IReadOnlyList<RegisterError> Errors) Parse(string text)
    {
        var errors = new List<RegisterError>();
        var lines = RegisterTable.Read(text, Required, Optional, errors).Select(line => (Line: line, Entry: Read(line))).ToList();
        foreach (var same in lines.GroupBy(one => KeyOf(one.Entry), StringComparer.OrdinalIgnoreCase))
        {
            foreach (var (line, _) in same.Skip(1))
            {
                line.Wrong(Required[0], $"Line {same.First().Line.Number} is about the same.");
            }
        }

        return errors.Count > 0 ? (null, RegisterTable.InOrder(errors)) : ([.. lines.Select(one => one.Entry)], []);
    }

    /// <summary>The register as a file, by key.</summary>
    public string Write(IEnumerable<T> entries) =>
        Csv.Write(Columns, entries.OrderBy(KeyOf, StringComparer.OrdinalIgnoreCase).Select(Cells));

    /// <summary>What is known with what is added; an entry that is known is replaced.</summary>
    public IReadOnlyList<T> Merge(IEnumerable<T> known, IEnumerable<T> added)
    {
        var all = known.ToDictionary(KeyOf, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in added)
        {
            all[KeyOf(entry)] = entry;
        }

        return [.. all.Values];
    }

    /// <summary>What differs between two registers, entry by entry.</summary>
    public IReadOnlyList<RegisterDifference> Between(IEnumerable<T> before, IEnumerable<T> after)
    {
        var (old, now) = (before.ToDictionary(KeyOf, StringComparer.OrdinalIgnoreCase), after.ToDictionary(KeyOf, StringComparer.OrdinalIgnoreCase));
        return
        [
            .. now.Where(one => !old.ContainsKey(one.Key)).Select(one => new RegisterDifference(one.Key, "added", [])),
            .. now.Where(one => old.ContainsKey(one.Key)).Select(one => new RegisterDifference(one.Key, "changed", Changes(old[one.Key], one.Value)))
                .Where(one => one.Changes.Count > 0),
            .. old.Keys.Where(key => !now.ContainsKey(key)).Select(key => new RegisterDifference(key, "removed", [])),
        ];
    }

    private IReadOnlyList<string> Changes(T before, T after) =>
    [
        .. Columns.Zip(Cells(before), Cells(after)).Where(cell => cell.Second?.ToString() != cell.Third?.ToString())
            .Select(cell => $"{cell.First}: {Shown(cell.Second)} → {Shown(cell.Third)}"),
    ];

    private static string Shown(object? cell) => cell?.ToString() is { Length: > 0 } text ? text : "nothing";
}

/// <summary>An entry that a change adds, changes or removes.</summary>
/// <param name="Key">Which entry.</param>
/// <param name="What">"added", "changed" or "removed".</param>
/// <param name="Changes">What changes in it, cell by cell.</param>
public sealed record RegisterDifference(string Key, string What, IReadOnlyList<string> Changes);

/// <summary>An entry as it is shown.</summary>
/// <param name="Key">Which entry.</param>
/// <param name="Cells">Its cells, in the order of the columns.</param>
/// <param name="Care">What the office should see to; null where nothing.</param>
public sealed record RegisterRow(string Key, IReadOnlyList<string> Cells, string? Care);
