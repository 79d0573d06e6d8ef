using Core.Routing;

namespace Service.StandardTexts;

/// <summary>A text that the office writes often, kept to be used again.</summary>
/// <param name="Form">The action it is for, such as "ask".</param>
/// <param name="Name">What the office calls it.</param>
/// <param name="Text">The words; they can be changed each time they are used.</param>
/// <param name="Language">The language it is in, as a BCP 47 tag; null is English.</param>
public sealed record StandardText(string Form, string Name, string Text, string? Language = null)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    /// <summary>The longest text: what the fields it goes into take.</summary>
    public const int LongestText = 4_000;

    /// <summary>More are not found any more by looking.</summary>
    public const int Most = 200;

    /// <summary>The actions that texts can be kept for, each with the field they go into.</summary>
    public static IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ask"] = "question",
        ["estimate"] = "note",
        ["reject-document"] = "reason",
        ["approve"] = "note",
        ["deny"] = "reason",
        ["reroute"] = "reason",
        ["extend"] = "reason",
        ["deliver"] = "note",
        ["recall"] = "reason",
        ["note"] = "text",
    };

    /// <summary>What is wrong with it, by field; empty where it can be kept.</summary>
    public IEnumerable<(string Field, string Problem)> Faults()
    {
        if (!Fields.ContainsKey(Form))
        {
            yield return ("form", $"Choose what it is for: {string.Join(", ", Fields.Keys)}");
        }

        if (Name.Trim().Length is 0 or > LongestName)
        {
            yield return ("name", $"Give it a name of at most {LongestName} characters");
        }

        if (Text.Trim().Length is 0 or > LongestText)
        {
            yield return ("text", $"Write a text of at most {LongestText} characters");
        }

        if (Screening.SaysStatus(Name) || Screening.SaysStatus(Text))
        {
            yield return ("text", "Leave immigration and citizenship status out: it is never asked for or kept (LTR-2018)");
        }

        if (Screening.Characterisations(Text) is { Count: > 0 } words)
        {
            yield return ("text", $"Write about data, not about people's character: {string.Join(", ", words)}");
        }
    }
}
