using System.Text.RegularExpressions;

namespace Local.Dev;

/// <summary>Finds the addresses in a plain text, so that a page can make links of them.</summary>
internal static partial class LinkedText
{
    /// <summary>The text in pieces, in order; put together again they are the text.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Parts(string text)
    {
        var at = 0;
        foreach (Match match in Address().Matches(text))
        {
            yield return (text[at..match.Index], false);
            yield return (match.Value, true);
            at = match.Index + match.Length;
        }

        yield return (text[at..], false);
    }

    // A full stop after an address ends the sentence, not the address.
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
