using System.Text.RegularExpressions;

namespace Core.Routing;

/// <summary>Parts a text as typed into sentences, and a sentence into the items it lists. The parts cover the whole of it.</summary>
internal static partial class TextParts
{
    /// <summary>The sentences of a text; a line is one too.</summary>
    public static IEnumerable<Found> Sentences(string text) => Between(0, text.Length, SentenceEnd().Matches(text).Select(end => end.Index + end.Length));

    /// <summary>The items listed in a sentence: what commas, "and" and the like part.</summary>
    public static IEnumerable<Found> Items(string text, Found sentence) =>
        Between(sentence.Start, sentence.End, ItemEnd().Matches(text[sentence.Start..sentence.End])
            .SelectMany(end => new[] { sentence.Start + end.Index, sentence.Start + end.Index + end.Length }));

    private static IEnumerable<Found> Between(int start, int end, IEnumerable<int> borders)
    {
        foreach (var border in borders.Append(end).Where(border => border > start))
        {
            yield return new(start, border);
            start = border;
        }
    }

    // A full stop after a single letter ("U.S. citizens") ends nothing.
    [GeneratedRegex(@"(?<!\b\p{L}\.?)[.!?]+(?=\s|$)|[!?;]+|[\r\n]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s*,\s*(?:(?:and|or|y|o|e)\s+)?|\s+(?:and|plus|along with|as well as|together with|y|e)\s+|\s*[&+]\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ItemEnd();
}
