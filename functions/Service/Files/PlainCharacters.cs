using System.Globalization;
using System.Text;
using Core.Release;

namespace Service.Files;

/// <summary>
/// A file as whoever opens it reads it: digits of any script are digits, full-width letters are letters, and what nobody sees is not there. A
/// count of "３", or an ID with a character of no width in it, would pass the gate otherwise.
/// </summary>
internal static class PlainCharacters
{
    private const int FullWidthFirst = 0xFF01, FullWidthLast = 0xFF5E, FullWidthShift = 0xFEE0;
    private const int WideBlank = 0x3000;

    /// <summary>The part with its texts so; the same one where they are.</summary>
    public static FilePart Of(FilePart part) => part switch
    {
        FilePart.Row row when !AreAscii(row.Cells) => row with { Cells = [.. row.Cells.Select(Of)] },
        FilePart.Text text => text with { Content = Of(text.Content) },
        FilePart.Sheet { Name: { } name } sheet => sheet with { Name = Of(name) },
        _ => part,
    };

    /// <summary>The text so; the same one where it is.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(character) is not UnicodeCategory.Format)
                plain.Append(Of(character).ToString());
        }

        return plain.Equals(text) ? text : plain.ToString();
    }

    private static Rune Of(Rune character) => character.Value switch
    {
        <= 0x7F => character,
        >= FullWidthFirst and <= FullWidthLast => new(character.Value - FullWidthShift),
        WideBlank => new(' '),
        _ when Rune.GetUnicodeCategory(character) is UnicodeCategory.DecimalDigitNumber => new('0' + (int)Rune.GetNumericValue(character)),
        _ => character,
    };

    private static bool AreAscii(IReadOnlyList<string> cells)
    {
        for (var at = 0; at < cells.Count; at++)
        {
            if (!Ascii.IsValid(cells[at]))
                return false;
        }

        return true;
    }
}
