using Core.Requests;

namespace Service.Portal.Layout;

/// <summary>The confirmation of words that characterise a person, as forms send it: it holds for the words it was given for and no others.</summary>
internal static class Wording
{
    /// <summary>The field's name.</summary>
    public const string Field = "confirmedWording";

    private const char Between = '\u001f';

    /// <summary>What the box sends.</summary>
    public static string Value(IEnumerable<string> words) => string.Join(Between, words.Select(Plain));

    /// <summary>Whether all of these words were confirmed.</summary>
    public static bool Confirms(Entries entries, IReadOnlyList<string> words)
    {
        var confirmed = entries.All(Field).SelectMany(value => value.Split(Between)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Count > 0 && words.All(word => confirmed.Contains(Plain(word)));
    }

    /// <summary>The command with what the form confirms of it.</summary>
    public static RequestCommand In(Entries entries, RequestCommand command) =>
        command with { ConfirmedWording = Confirms(entries, CommandTexts.Characterisations(command)) };

    private static string Plain(string word) => string.Join(' ', word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
