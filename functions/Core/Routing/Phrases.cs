namespace Core.Routing;

/// <summary>Where a phrase stands in a text as typed.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
internal sealed record Found(int Start, int End);

/// <summary>Finds phrases word by word. A word of a phrase ending in <c>*</c> stands for every word that begins so; <c>a|b</c> for either.</summary>
/// <param name="phrases">The phrases.</param>
/// <param name="acrossMarks">Whether "citizenship (status)" is the phrase "citizenship status": commas and other marks are passed over.</param>
internal sealed class Phrases(IEnumerable<string> phrases, bool acrossMarks = true)
{
    private readonly IReadOnlyList<string[][]> _phrases = [.. phrases.Select(Parsed)];

    /// <summary>Whether one of the phrases is in the text.</summary>
    public bool AreIn(string? text) => In(FoldedWords.Of(text)).Any();

    /// <summary>Every place of the text at which one of the phrases stands.</summary>
    public IEnumerable<Found> In(IReadOnlyList<FoldedWord> words) =>
        from at in Enumerable.Range(0, words.Count)
        from phrase in _phrases
        where at + phrase.Length <= words.Count && StandsAt(phrase, words, at)
        select new Found(words[at].Start, words[at + phrase.Length - 1].End);

    private bool StandsAt(string[][] phrase, IReadOnlyList<FoldedWord> words, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if ((i > 0 && !acrossMarks && words[at + i].AfterMark) || !Array.Exists(phrase[i], choice => Fits(choice, words[at + i].Text)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(string choice, string word) =>
        choice[^1] == '*' ? word.StartsWith(choice.AsSpan(0, choice.Length - 1), StringComparison.Ordinal) : word == choice;

    private static string[][] Parsed(string phrase) => [.. phrase.Split(' ').Select(word => word.Split('|'))];
}
