using Core.Release.Columns;

namespace Core.Release.Tables;

/// <summary>What a cell says about a count.</summary>
/// <param name="Value">The count; null where it is hidden.</param>
/// <param name="Low">The least a hidden count can be by its mark.</param>
/// <param name="High">The most; null where the mark does not say.</param>
/// <param name="Share">The share in brackets behind it, as in "7 (12.5%)"; null where there is none.</param>
internal sealed record CountText(long? Value, long Low, long? High, ShareText? Share)
{
    /// <summary>Reads a count or the mark of a hidden one; null for anything else.</summary>
    public static CountText? Read(string text)
    {
        text = text.Trim();
        ShareText? share = null;
        if (text.IndexOf('(') is > 0 and var bracket && text[^1] == ')' && text.Contains('%'))
        {
            share = ShareText.Read(text[(bracket + 1)..^1]);
            text = text[..bracket].TrimEnd();
        }

        if (text.Length > 0 && Numbers.Read(text) is { } number)
        {
            return number is { IsWhole: true, Whole: >= 0 } ? new(number.Whole, number.Whole, number.Whole, share) : null;
        }

        return HiddenMark.Read(text) is { } mark ? new(null, mark.Low, mark.High, share) : null;
    }
}

internal static class RowText
{
    /// <summary>The cell of a column; "" where the row is shorter.</summary>
    public static string Text(this FilePart.Row row, int column) => column < row.Cells.Count ? row.Cells[column] : "";
}
