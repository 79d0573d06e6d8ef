using System.Collections.Frozen;

namespace Core.Release.Columns;

/// <summary>Words that stand in the names of schools, programs, places and groups, and in nobody's own name.</summary>
internal static class OrganisationWords
{
    private static readonly FrozenSet<string> Words = (
        "school schools academy elementary middle high lower upper early center centre college university institute program department office district street " +
        "library club foundation team class grade course english math mathematics science history student students female male black white hispanic latino " +
        "latina latinx asian learner learners disability disabilities income total all other multi native american african education language special general north " +
        "south east west boston escuela colegio centro academia instituto primaria secundaria neighborhood region partner partners inc llc not and of the")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Words.Max(word => word.Length);

    /// <summary>Whether one of them is in the text. Looked up word by word: this runs over nearly every cell with text.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsOfWord(text[start]))
                continue;
            var end = start + 1;
            while (end < text.Length && IsOfWord(text[end]))
                end++;
            if (end - start is > 1 and var length && length <= Longest && Lookup.Contains(text[start..end]))
                return true;
            // "K-8" is two words to everything else.
            if (end - start == 1 && text[start] is 'k' or 'K' && text[end..].StartsWith("-8") && (end + 2 == text.Length || !IsOfWord(text[end + 2])))
                return true;
            start = end;
        }

        return false;
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
