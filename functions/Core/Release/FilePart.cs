namespace Core.Release;

/// <summary>
/// A file as the gate sees it: a stream of these, in file order, so that the gate needs no more memory for a million rows than for ten.
/// Whoever reads the format makes the stream; the gate knows nothing of formats.
/// </summary>
public abstract record FilePart
{
    private FilePart() { }

    /// <summary>A table starts. Rows belong to the last one started.</summary>
    /// <param name="Name">The sheet's name; null where the format has no sheets.</param>
    public sealed record Sheet(string? Name) : FilePart;

    /// <summary>A row, its header rows included.</summary>
    /// <param name="Number">As a person sees it in a spreadsheet: the file's first row is 1, blank rows count.</param>
    /// <param name="Cells">From column A on, as text: dates as <c>2026-03-02</c>, percentages as <c>12.5%</c>, an empty cell as "".</param>
    public sealed record Row(int Number, IReadOnlyList<string> Cells) : FilePart;

    /// <summary>Text beside the table that goes out with it: a title, a property of the document, a list to choose from.</summary>
    /// <param name="Where">Where a person finds it.</param>
    /// <param name="Content">The text.</param>
    public sealed record Text(string Where, string Content) : FilePart;

    /// <summary>Something about the file itself, such as a hidden sheet.</summary>
    public sealed record Noticed(Finding Finding) : FilePart;
}
