using Core.Release.Columns;

namespace Core.Release.Rows;

/// <summary>The groups of a table of one row a student, gathered while its rows pass (policy section 6).</summary>
internal sealed class RowGroups
{
    /// <summary>More groups than this leave hardly ten rows to each of them in any file that may be uploaded, so nothing more is counted.</summary>
    public const int MostGroups = 400_000;

    private readonly ApprovedData approved;
    private readonly int pseudonym;
    private readonly int[] key;

    public RowGroups(IReadOnlyList<ColumnProfile> columns, ApprovedData approved)
    {
        this.approved = approved;
        var roles = columns.ToDictionary(column => column.Index, RowRoles.Of);
        Keys = InRole(RowRole.Key);
        Sensitive = InRole(RowRole.Sensitive);
        // Several rows may be one student's: a group is as large as its students are many.
        pseudonym = columns.FirstOrDefault(column => roles[column.Index] == RowRole.Pseudonym && column.HeaderKind == ColumnKind.Pseudonym)?.Index ?? -1;
        // Row numbers are not codes: another file's count other rows.
        Codes = [.. columns.Where(column => roles[column.Index] == RowRole.Pseudonym && (column.HeaderKind == ColumnKind.Pseudonym || !column.IsSequence))
            .Select(column => new CodeSample(column.Index, column.Header))];
        key = new int[Keys.Count];
        Table = NewTable();

        IReadOnlyList<KeyColumn> InRole(RowRole role)
        {
            var own = columns.Where(column => roles[column.Index] == role).ToList();
            return [.. own.Zip(KeyDimensions.Of(own), (column, dimension) => new KeyColumn(column.Index, column.Header, TraitRules.Of(column), dimension))];
        }
    }

    public IReadOnlyList<KeyColumn> Keys { get; }
    public IReadOnlyList<KeyColumn> Sensitive { get; }
    public GroupTable Table { get; }
    /// <summary>The columns of made-up codes.</summary>
    public IReadOnlyList<CodeSample> Codes { get; }
    public long Rows { get; private set; }
    /// <summary>There were more groups than can be kept, so they are not all known.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>The first thing looked at in each group is whose rows they are, then each sensitive column.</summary>
    public GroupTable NewTable() => new(Keys.Count, [approved.SmallestGroup, .. Sensitive.Select(_ => Wanted)]);

    /// <param name="row">The next row.</param>
    /// <param name="remembered">The number under which each column remembers its value, as far as known; 0 where it does not.</param>
    public void See(FilePart.Row row, ReadOnlySpan<int> remembered)
    {
        Rows++;
        if (IsCutOff)
            return;
        for (var at = 0; at < Keys.Count; at++)
            key[at] = Code(Keys[at], row, remembered);
        var group = Table.Add(key, 1, row.Number);
        IsCutOff = Table.Count > MostGroups;
        if (pseudonym >= 0)
            Table.Note(group, 0, Hash(Cell(row, pseudonym)));
        foreach (var codes in Codes)
            codes.See(Cell(row, codes.Index), group);
        for (var at = 0; at < Sensitive.Count; at++)
            Table.Note(group, at + 1, Code(Sensitive[at], row, remembered));
    }

    private static int Code(KeyColumn column, FilePart.Row row, ReadOnlySpan<int> remembered) =>
        column.Code(Cell(row, column.Index), column.Index < remembered.Length ? remembered[column.Index] : 0);

    /// <summary>The keys of a row.</summary>
    public void CodesOf(FilePart.Row row, Span<int> codes)
    {
        for (var at = 0; at < Keys.Count; at++)
            codes[at] = Keys[at].Code(Cell(row, Keys[at].Index));
    }

    /// <summary>The students of a group, as far as it matters whether it is too small.</summary>
    public int Students(GroupTable table, int group) => pseudonym < 0 ? table.Rows(group) : table.Seen(group, 0).Length;

    /// <summary>A student may have several rows, of more students than are kept apart.</summary>
    public bool StudentsAreUnknown => Pseudonyms is { IsAll: false, HasRepeats: true };

    /// <summary>The students of each group.</summary>
    public int[] ExactStudents() => Pseudonyms is { IsAll: true } all ? all.StudentsOf(Table.Count) : [.. Enumerable.Range(0, Table.Count).Select(Table.Rows)];

    private CodeSample? Pseudonyms => pseudonym < 0 ? null : Codes.First(codes => codes.Index == pseudonym);

    public bool IsSmall(GroupTable table, int group) => Students(table, group) < approved.SmallestGroup;

    /// <summary>The first sensitive column that a group gives away about all its students; null where none.</summary>
    public KeyColumn? GivenAway(GroupTable table, int group)
    {
        for (var at = 0; at < Sensitive.Count; at++)
        {
            var seen = table.Seen(group, at + 1);
            var possible = Math.Min(Wanted, Sensitive[at].Values.Count);
            if (seen.Length < Math.Max(2, possible) && !(seen.Length == 1 && SaysNothing(Sensitive[at].Value(seen[0]))))
                return Sensitive[at];
        }
        return null;
    }

    public bool IsBad(GroupTable table, int group) => IsSmall(table, group) || GivenAway(table, group) is not null;

    private int Wanted => Math.Max(2, approved.FewestSensitiveValues);

    /// <summary>That nobody in a group was suspended or is homeless harms nobody.</summary>
    private static bool SaysNothing(string value) => value.Length == 0 || value.ToUpperInvariant() is "N" or "NO" or "0" or "NONE" or "FALSE" or "N/A" or "NA" or "-" or "NOT APPLICABLE"
        or "NOT LOW INCOME" or "NOT ECONOMICALLY DISADVANTAGED" or "NOT HOMELESS" or "PAID" or "NINGUNO";

    private static string Cell(FilePart.Row row, int column) => column < row.Cells.Count ? row.Cells[column] : "";

    /// <summary>Never 0. Two students with the same one count as one, which errs on the safe side.</summary>
    private static int Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
            hash = (hash ^ letter) * 16777619u;
        return hash == 0 ? 1 : (int)hash;
    }
}
