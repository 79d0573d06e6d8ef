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

    /// <summary>The lengths, as bits, of the words that begin with one letter and end with another. Hardly any other word has all three in common.</summary>
    private static readonly int[] Lengths = LengthsOf(Words);

    private static int[] LengthsOf(IEnumerable<string> words)
    {
        var lengths = new int[32 * 32];
        foreach (var word in words)
            lengths[At(word[0], word[^1])] |= 1 << word.Length;
        return lengths;
    }

    // The last five bits of a letter are the same in either case.
    private static int At(char first, char last) => ((first & 31) << 5) | (last & 31);

    private static bool MayBe(char first, char last, int length) =>
        (Lengths[At(first, last)] & (1 << length)) != 0 || !char.IsAscii(first) || !char.IsAscii(last);

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
            if (end - start is > 1 and var length && length <= Longest && MayBe(text[start], text[end - 1], length) && Lookup.Contains(text[start..end]))
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
