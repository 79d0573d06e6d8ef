using System.Globalization;
using System.Text;

namespace Core.Routing;

/// <summary>A word of a text, folded, and where it stands in the text as typed.</summary>
/// <param name="Text">Lower case, without accents.</param>
/// <param name="Start">Its first character in the text as typed.</param>
/// <param name="End">The character after its last.</param>
/// <param name="AfterMark">A comma or other mark, not only a space, stands between it and the word before.</param>
internal readonly record struct FoldedWord(string Text, int Start, int End, bool AfterMark);

/// <summary>
/// Words as the rules compare them, however they were typed: "Student_ID", "studentId" and "STUDENT  id" are the same two words,
/// "Matrícula" and "matricula" the same one. Characters that are not seen (soft hyphens, zero-width spaces) part nothing. Chinese is written
/// without spaces, so there each character is a word.
/// </summary>
internal static class FoldedWords
{
    /// <summary>The words of a text, in order.</summary>
    public static IReadOnlyList<FoldedWord> Of(string? text)
    {
        var words = new List<FoldedWord>();
        var word = new StringBuilder();
        var (at, start, end, afterLower, afterHan, mark) = (0, 0, 0, false, false, false);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var here = at;
            at += rune.Utf16SequenceLength;
            if (IsUnseen(rune))
            {
                continue;
            }

            var isWord = Rune.IsLetterOrDigit(rune);
            if (word.Length > 0 && (!isWord || (afterLower && Rune.IsUpper(rune)) || IsHan(rune) || afterHan))
            {
                words.Add(new(word.ToString(), start, end, mark));
                word.Clear();
                mark = false;
            }

            if (isWord)
            {
                start = word.Length == 0 ? here : start;
                end = at;
                Fold(rune, word);
            }

            mark |= !isWord && !Rune.IsWhiteSpace(rune) && rune.Value is not ('-' or '_');
            afterLower = isWord && Rune.IsLower(rune);
            afterHan = IsHan(rune);
        }

        if (word.Length > 0)
        {
            words.Add(new(word.ToString(), start, end, mark));
        }

        return words;
    }

    /// <summary>The words of a text with single spaces between them: what a whole name is compared by.</summary>
    public static string Line(string? text) => string.Join(' ', Of(text).Select(word => word.Text));

    /// <summary>Chinese characters, traditional ones and those of names included.</summary>
    public static bool IsHan(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x323AF);

    /// <summary>An accent, an apostrophe, an Arabic letter drawn out or a character that is not seen belongs to the word around it.</summary>
    private static bool IsUnseen(Rune rune) => rune.Value is '\'' or '’' or '\u0640'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static void Fold(Rune rune, StringBuilder word)
    {
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                word.Append(Lookalikes.Plain(Rune.ToLowerInvariant(part)).ToString());
            }
        }
    }
}
