using System.Text;

namespace Core.Routing;

/// <summary>
/// The readings of a text under which a term may hide: as typed; with digits and signs read as the letters they stand for ("1mmigrati0n"); with
/// letters set apart joined ("i m m i g r a t i o n"). Every word keeps its place in the text as typed.
/// </summary>
internal static class Disguises
{
    private const int FewestSetApart = 4;
    private const string Signs = "013457@$!";
    private const string Letters = "oieastasi";

    // Long enough that two words never make one of them by chance. Found where it begins and ends with a word: "immi gration sta tus".
    private static readonly string[] TornApart =
    [
        "immigrationstatus", "immigrationpapers", "citizenshipstatus", "citizenship", "undocumented", "permanentresident", "estatusmigratorio", "situacionmigratoria",
        "indocumentado", "indocumentada", "indocumentados", "ciudadania", "statusimigratorio", "situacaomigratoria", "estatiimigrasyon", "sitwayente", "nacionalidade",
    ];

    /// <summary>The readings, as typed first.</summary>
    public static IEnumerable<IReadOnlyList<FoldedWord>> Readings(string text)
    {
        var typed = FoldedWords.Of(text);
        yield return typed;
        if (Unsigned(text) is { } unsigned)
        {
            yield return FoldedWords.Of(unsigned);
        }

        if (Joined(typed) is { } joined)
        {
            yield return joined;
        }
    }

    /// <summary>Places where a term is torn into several words.</summary>
    public static IEnumerable<Found> Torn(IReadOnlyList<FoldedWord> words)
    {
        var line = new StringBuilder();
        var (begins, ends) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var at = 0; at < words.Count; at++)
        {
            begins[line.Length] = at;
            line.Append(words[at].Text);
            ends[line.Length] = at;
        }

        var whole = line.ToString();
        foreach (var term in TornApart)
        {
            for (var at = whole.IndexOf(term, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(term, at + 1, StringComparison.Ordinal))
            {
                if (begins.TryGetValue(at, out var first) && ends.TryGetValue(at + term.Length, out var last) && last > first)
                {
                    yield return new(words[first].Start, words[last].End);
                }
            }
        }
    }

    /// <summary>The text with signs inside words read as letters; null where there are none. As long as the text, so that places agree.</summary>
    private static string? Unsigned(string text)
    {
        if (text.AsSpan().IndexOfAny(Signs) < 0)
        {
            return null;
        }

        var letters = text.ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            var sign = Signs.IndexOf(text[at], StringComparison.Ordinal);
            if (sign >= 0 && ((at > 0 && char.IsLetter(letters[at - 1])) || (at + 1 < letters.Length && char.IsLetter(text[at + 1]))))
            {
                letters[at] = Letters[sign];
            }
        }

        return new(letters);
    }

    private static List<FoldedWord>? Joined(IReadOnlyList<FoldedWord> words)
    {
        var joined = new List<FoldedWord>();
        var found = false;
        for (var at = 0; at < words.Count;)
        {
            var end = at;
            while (end < words.Count && words[end].Text is [>= 'a' and <= 'z'])
            {
                end++;
            }

            if (end - at >= FewestSetApart)
            {
                joined.Add(new(string.Concat(words.Skip(at).Take(end - at).Select(word => word.Text)), words[at].Start, words[end - 1].End, words[at].AfterMark));
                found = true;
                at = end;
            }
            else
            {
                joined.Add(words[at++]);
            }
        }

        return found ? joined : null;
    }
}
