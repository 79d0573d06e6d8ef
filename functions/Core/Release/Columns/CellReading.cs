using System.Runtime.InteropServices;
using NodaTime;
using static Core.Release.Columns.CellSigns;

namespace Core.Release.Columns;

/// <summary>A cell as the gate reads it.</summary>
/// <param name="Signs">What it looks like.</param>
/// <param name="Number">Its value where it is a whole number.</param>
/// <param name="Date">Its value where it is a date.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellReading(CellSigns Signs, long Number = 0, LocalDate? Date = null)
{
    private const int FewestGapsOfProse = 4;

    public bool Has(CellSigns sign) => (Signs & sign) != None;

    /// <summary>Reads a cell that is not blank. Cheap tests come first: most cells of most files are short numbers and words.</summary>
    public static CellReading Of(ReadOnlySpan<char> cell, BirthDates births)
    {
        var text = cell.Trim();
        int digits = 0, letters = 0, gaps = 0;
        foreach (var letter in text)
        {
            // Added up without branches: in codes and sentences nothing says which comes next.
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
            letters += char.IsLetter(letter) ? 1 : 0;
            gaps += letter is ' ' ? 1 : 0;
        }
        var others = text.Length - digits - letters - gaps;

        if (digits == text.Length && text.Length <= 5)
            return new(Integer | (text.Length == 1 && text[0] <= '1' ? Flag : None), Numbers.Whole(text));

        var signs = None;
        LocalDate? date = null;
        if (digits > 0)
        {
            // Codes such as "S1A2B3C4" are many: all they can be is an ID, or a number such as "1E5".
            if (letters > 0 && gaps + others == 0 && TextSigns.HasNoWord(text))
                return OfCode(text, digits);
            if (digits >= 4 && text.Length <= Dates.Longest && Dates.Parse(text) is { } day)
            {
                date = day;
                signs |= births.Contains(day) ? CellSigns.Date | BirthDate : CellSigns.Date;
            }
            if (digits is >= 6 and <= 10 && date is null && TextSigns.IsIdLike(text, digits))
                signs |= IdLike;
            if (digits >= 7 && date is null && others > 0)
                signs |= TextSigns.Numbers(text);
            if (letters > 2 && gaps > 0 && text.Length > 8 && TextSigns.HasAddress(text))
                signs |= Address;
            if (Numbers.Read(text) is { } number)
                return new(signs | (number.IsWhole ? Integer : Fraction), number.Whole, date);
        }
        if (letters > 0)
            signs |= TextSigns.Words(text, digits) | (gaps >= FewestGapsOfProse ? Prose | TextIdentifiers.In(text, digits, births) : None);
        return new(signs, 0, date);
    }

    private static CellReading OfCode(ReadOnlySpan<char> text, int digits)
    {
        var signs = digits is >= 6 and <= 10 && TextSigns.IsIdLike(text, digits) ? IdLike : None;
        return char.IsAsciiDigit(text[0]) && Numbers.Read(text) is { } number
            ? new(signs | (number.IsWhole ? Integer : Fraction), number.Whole)
            : new(signs);
    }
}
