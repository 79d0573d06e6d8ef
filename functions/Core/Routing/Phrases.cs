namespace Core.Routing;

/// <summary>Where a phrase stands in a text as typed.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
internal sealed record Found(int Start, int End);

/// <summary>
/// Finds phrases word by word. A word of a phrase ending in <c>*</c> stands for every word that begins so; <c>a|b</c> for either. Arabic words
/// are written bare and found with article, conjunction or preposition before them; Chinese is written as it is.
/// </summary>
/// <param name="phrases">The phrases.</param>
/// <param name="acrossMarks">Whether "citizenship (status)" is the phrase "citizenship status": commas and other marks are passed over.</param>
internal sealed class Phrases(IEnumerable<string> phrases, bool acrossMarks = true)
{
    private static readonly string[] ArabicBeginnings = ["", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "فال", "ك", "كال", "ولل", "وب", "ول"];

    private readonly PhraseIndex _phrases = new(phrases.Select(Parsed));

    /// <summary>Whether one of the phrases is in the text.</summary>
    public bool AreIn(string? text) => In(FoldedWords.Of(text)).Any();

    /// <summary>Every place of the text at which one of the phrases stands.</summary>
    public IEnumerable<Found> In(IReadOnlyList<FoldedWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var phrase in _phrases.BeginningLike(words[at].Text))
            {
                if (at + phrase.Length <= words.Count && StandsAt(phrase, words, at))
                {
                    yield return new(words[at].Start, words[at + phrase.Length - 1].End);
                }
            }
        }
    }

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

    private static string[][] Parsed(string phrase) => [.. phrase.Split(' ').SelectMany(Words)];

    /// <summary>One word of a phrase; several where it is Chinese.</summary>
    private static IEnumerable<string[]> Words(string word) => word.EnumerateRunes().Any(FoldedWords.IsHan) && !word.Contains('|', StringComparison.Ordinal)
        ? word.EnumerateRunes().Select(rune => new[] { rune.ToString() })
        : [[.. word.Split('|').SelectMany(Spellings)]];

    private static IEnumerable<string> Spellings(string choice) => choice[0] is >= '\u0600' and <= '\u06FF'
        ? ArabicBeginnings.Select(beginning => beginning + FoldedWords.Line(choice) + (choice[^1] == '*' ? "*" : ""))
        : [choice];
}
