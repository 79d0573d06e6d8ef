using Core.Policy;

namespace Core.Languages;

/// <summary>What a language is, as its file says.</summary>
/// <param name="Tag">BCP 47 tag, the file's name.</param>
/// <param name="Name">The language's name in itself.</param>
/// <param name="IsRightToLeft">It is written from right to left.</param>
/// <param name="IsReviewed">A person has read the whole file; where not, readers are told.</param>
/// <param name="ReviewedBy">Who has read it; null for English, which is the measure, and where nobody has.</param>
/// <param name="ReviewedOn">When, as an ISO date; null with <paramref name="ReviewedBy"/>.</param>
public sealed record LanguageFacts(
    string Tag, string Name, bool IsRightToLeft, bool IsReviewed, string? ReviewedBy = null, string? ReviewedOn = null);

/// <summary>
/// Everything that requesters read, in one language. The texts are in a file a language beside this one; the members with their
/// placeholders are written from English when the project is built, so that a text that is missing is a build that fails.
/// </summary>
public sealed partial class Texts
{
    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';

    private readonly LanguageFacts facts;
    private readonly Formats formats;
    private readonly Plurals plurals;
    private readonly string?[][] texts;

    private Texts(LanguageFacts facts, Formats formats, Plurals plurals, string?[][] texts) =>
        (this.facts, this.formats, this.plurals, this.texts) = (facts, formats, plurals, texts);

    /// <summary>English: what staff read, and what is said where nothing else fits.</summary>
    public static Texts English => All[0];

    /// <summary>BCP 47 tag.</summary>
    public string Tag => facts.Tag;
    /// <summary>The language's name in itself.</summary>
    public string Name => facts.Name;
    /// <summary>It is written from right to left.</summary>
    public bool IsRightToLeft => facts.IsRightToLeft;
    /// <summary>A person has read the translation.</summary>
    public bool IsReviewed => facts.IsReviewed;
    /// <summary>Who has read it; null for English and where nobody has.</summary>
    public string? ReviewedBy => facts.ReviewedBy;
    /// <summary>When they read it, as an ISO date; null where nobody has.</summary>
    public string? ReviewedOn => facts.ReviewedOn;
    /// <summary>As HTML writes the direction.</summary>
    public string Direction => facts.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The languages a policy offers to requesters, in its order; English where it offers none that is known.</summary>
    public static IReadOnlyList<Texts> Offered(OfficePolicy policy) =>
        [.. policy.Languages.Select(Find).OfType<Texts>().DefaultIfEmpty(English).Distinct()];

    /// <summary>The language for a tag such as "pt-BR" among those offered: that one, else its main language, else none.</summary>
    public static Texts? Find(string? tag, OfficePolicy policy) => Best(tag, Offered(policy));

    /// <summary>The language a request is answered in: the one it names, where it is offered, else English.</summary>
    public static Texts For(string? tag, OfficePolicy policy) => Find(tag, policy) ?? English;

    /// <summary>The text of a key that is known only when the program runs; null where there is none.</summary>
    public string? Find(string group, string name) => Array.IndexOf(Keys, $"{group}.{name}") is >= 0 and var index ? texts[index][^1] : null;

    /// <summary>Several things, one after the other: "a, b, c".</summary>
    public string Listed(IEnumerable<string> things) => things.DefaultIfEmpty("").Aggregate(ListMore);

    private static Texts? Find(string tag) => Best(tag, All);

    // A regional variant is understood by readers of the main language; nothing else is guessed.
    private static Texts? Best(string? tag, IReadOnlyList<Texts> among)
    {
        for (var wanted = tag?.Trim() ?? ""; wanted.Length > 0; wanted = wanted[..Math.Max(0, wanted.LastIndexOf('-'))])
        {
            if (among.FirstOrDefault(one => string.Equals(one.Tag, wanted, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private string Plain(int index) => texts[index][0]!;

    private string Filled(int index, params ReadOnlySpan<(string Name, string Value)> values) => Fill(texts[index][0]!, values);

    private string Counted(int index, decimal count, params ReadOnlySpan<(string Name, string Value)> values) =>
        Fill(texts[index][plurals.FormOf(count)] ?? texts[index][^1]!, values);

    // One pass: what is filled in is never looked through for placeholders.
    private string Fill(string text, ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = new System.Text.StringBuilder();
        var from = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', from))
        {
            var close = text.IndexOf('}', open);
            var ended = false;
            filled.Append(text, from, open - from);
            foreach (var (name, value) in values)
            {
                if (text.AsSpan(open + 1, close - open - 1).SequenceEqual(name))
                {
                    filled.Append(Isolated(value));
                    ended = value.EndsWith('.');
                }
            }

            // A value that ends in an abbreviation ("5:00 p. m.", "Inc.") closes the sentence with its own point.
            from = close + (ended && close + 1 < text.Length && text[close + 1] == '.' ? 2 : 1);
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>
    /// A name, an address or a number for use among this language's words: within a text from right to left, one that is read from
    /// left to right would move what stands around it or be moved itself, so it is set apart (Unicode isolates). Else it is as it was.
    /// </summary>
    public string Isolated(string value) =>
        IsRightToLeft && (value.Any(IsFromTheLeft) || IsBrokenNumber(value)) ? $"{IsolateStart}{value}{IsolateEnd}" : value;

    // "617-555-0100" or "2025-26": after a word from right to left its parts would change places.
    private static bool IsBrokenNumber(string value) =>
        value.Any(char.IsAsciiDigit) && !value.All(char.IsAsciiDigit) && !value.Any(char.IsLetter);

    private static bool IsFromTheLeft(char character) => char.IsLetter(character) && character is not (>= '\u0590' and <= '\u08ff');
}
