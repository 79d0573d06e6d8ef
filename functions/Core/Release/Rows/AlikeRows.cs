using Core.Release.Columns;

namespace Core.Release.Rows;

/// <summary>Looks at the first rows of a table to learn what its columns are, then groups all of them.</summary>
internal sealed class AlikeRows(ApprovedData approved, IReadOnlyList<ColumnProfile> columns)
{
    // Enough to tell categories from texts and codes.
    private const int LookedAt = 1000;

    private readonly List<FilePart.Row> first = [];
    private RowGroups? groups;

    /// <param name="row">The next row.</param>
    /// <param name="remembered">The number under which each column remembers its value (<see cref="ColumnProfile.See"/>).</param>
    public void See(FilePart.Row row, ReadOnlySpan<int> remembered)
    {
        if (groups is not null)
        {
            groups.See(row, remembered);
            return;
        }

        first.Add(row);
        if (first.Count == LookedAt)
            Start();
    }

    public RowGroups Close()
    {
        if (groups is null)
            Start();
        return groups!;
    }

    private void Start()
    {
        groups = new RowGroups(columns, approved);
        first.ForEach(row => groups.See(row, []));
        first.Clear();
    }
}
