namespace Core.Routing;

/// <summary>Phrases by how they begin, so that a long text is compared with the few that may stand at a word, not with all.</summary>
internal sealed class PhraseIndex
{
    private static readonly IReadOnlyList<string[][]> None = [];

    private readonly Dictionary<string, List<string[][]>> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<string[][]>> _beginnings = [];

    public PhraseIndex(IEnumerable<string[][]> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var choice in phrase[0])
            {
                if (choice[^1] == '*')
                {
                    Put(_beginnings, choice[0], phrase);
                }
                else
                {
                    Put(_whole, choice, phrase);
                }
            }
        }
    }

    /// <summary>The phrases whose first word may be this one.</summary>
    public IEnumerable<string[][]> BeginningLike(string word)
    {
        var whole = _whole.TryGetValue(word, out var exact) ? exact : None;
        return _beginnings.TryGetValue(word[0], out var open) ? whole.Concat(open) : whole;
    }

    private static void Put<TKey>(Dictionary<TKey, List<string[][]>> index, TKey key, string[][] phrase) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var there))
        {
            index[key] = there = [];
        }

        if (!there.Contains(phrase))
        {
            there.Add(phrase);
        }
    }
}
