using System.Globalization;
using System.Text;

namespace Core.Release.Columns;

/// <summary>
/// A header as words, however it is spelled: "StudentID", "student_id" and "Student Id" are all "student id";
/// "Dirección" is "direccion", "%" is "percent", "#" is "number".
/// </summary>
internal sealed class HeaderWords
{
    private readonly string spaced;
    private readonly string squashed;

    private HeaderWords(IReadOnlyList<string> words)
    {
        Words = words;
        spaced = $" {string.Join(' ', words)} ";
        squashed = string.Concat(words);
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>The phrase is in the header as whole words, or in a header that runs its words together ("STULASTNAME").</summary>
    public bool Has(string phrase) => spaced.Contains($" {phrase} ", StringComparison.Ordinal)
        || (phrase.Contains(' ') && (Is(phrase) || (Words.Count == 1 && phrase.Length > DistinctLength && squashed.Contains(Squashed(phrase), StringComparison.Ordinal))));

    /// <summary>The phrase is the whole header.</summary>
    public bool Is(string phrase) => string.Equals(squashed, Squashed(phrase), StringComparison.Ordinal);

    // Shorter phrases turn up inside other words by chance.
    private const int DistinctLength = 7;

    private static string Squashed(string phrase) => phrase.Replace(" ", "", StringComparison.Ordinal);

    public static HeaderWords Of(string header)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var before = '\0';
        // Runes replace half characters, which cannot be normalized.
        var text = string.Concat(header.EnumerateRunes().Take(300)).Normalize(NormalizationForm.FormD);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || letter is '\'' or '’')
                continue;
            if (StartsWord(before, letter, at + 1 < text.Length ? text[at + 1] : '\0'))
                End();
            if (char.IsLetterOrDigit(letter))
                word.Append(char.ToLowerInvariant(letter));
            else if (letter is '%' or '#' or '$')
                words.Add(letter switch { '%' => "percent", '#' => "number", _ => "dollars" });
            before = letter;
        }
        End();
        return new HeaderWords(words);

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool StartsWord(char before, char letter, char after) =>
        !char.IsLetterOrDigit(letter)
        || (char.IsLower(before) && char.IsUpper(letter))
        || (char.IsUpper(before) && char.IsUpper(letter) && char.IsLower(after))
        || (char.IsDigit(before) != char.IsDigit(letter) && char.IsLetterOrDigit(before));
}
