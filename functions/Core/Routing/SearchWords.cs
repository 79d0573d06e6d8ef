namespace Core.Routing;

/// <summary>The words of a question that can tell one dataset from another, without their endings.</summary>
internal static class SearchWords
{
    private const int ShortestBeginning = 6;

    // Words that appear in every question about school data tell nothing about which dataset fits.
    private static readonly HashSet<string> Everyday = (
        "a all an and any are at be been between by can compare compared could did do does each every for from had has have how i in into is it its last latest like long many "
        + "me more most much my need needed of on one or our over past per please public recent report reports see send show since some study than that the their them then there "
        + "these they this those through to trend trends understand up us use want was we were what when where which who whose why will with would year years you your "
        + "school schools student students kid kids child children pupil pupils data dataset datasets information number numbers count counts rate rates percent percentage "
        + "share average total list district districts city massachusetts state statewide ma dese grade grades level levels group groups result results "
        + "el la los las lo le de del que cual cuales cuantos cuantas cuanto como por para en un una unos unas y o con sin ano anos ultimo ultimos pasado escuela escuelas "
        + "estudiante estudiantes alumno alumnos alumna alumnas nino ninos datos informacion distrito hay son es fue su sus se al mas muchos porcentaje tasa tasas numero grado")
        .Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>The telling words of a text.</summary>
    public static IReadOnlySet<string> Of(string? text) =>
        FoldedWords.Of(text).Select(word => word.Text).Where(word => !Everyday.Contains(word)).Select(Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the words have this one, or a longer or shorter form of it ("absent", "absenteeism").</summary>
    public static bool Has(IReadOnlySet<string> words, string word) => words.Contains(word)
        || (word.Length >= ShortestBeginning && words.Any(other => other.Length >= ShortestBeginning
            && (other.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(other, StringComparison.Ordinal))));

    /// <summary>Takes off the commonest endings, the plural first: "suspensions" and "suspended" begin alike, "dropped" is "drop".</summary>
    private static string Stem(string word) => Ending(Singular(word));

    private static string Singular(string word) => word switch
    {
        { Length: > 4 } when Ends(word, "ies") => word[..^3] + "y",
        { Length: > 4 } when Ends(word, "sses") || Ends(word, "xes") || Ends(word, "ches") || Ends(word, "ones") => word[..^2],
        { Length: > 3 } when Ends(word, "s") && !Ends(word, "ss") && !Ends(word, "us") => word[..^1],
        _ => word,
    };

    private static string Ending(string word) => word switch
    {
        { Length: > 5 } when (Ends(word, "ed") || Ends(word, "ing")) && Undoubled(word) is { } undoubled => undoubled,
        { Length: > 5 } when Ends(word, "ing") || Ends(word, "ion") => word[..^3],
        { Length: > 4 } when Ends(word, "ed") => word[..^2],
        { Length: > 4 } when Ends(word, "e") => word[..^1],
        _ => word,
    };

    private static string? Undoubled(string word)
    {
        var root = Ends(word, "ing") ? word[..^3] : word[..^2];
        return root.Length > 3 && root[^1] == root[^2] && root[^1] is not ('l' or 's') ? root[..^1] : null;
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
