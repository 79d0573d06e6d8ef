using Core.Languages;

namespace Core.Accountability;

/// <summary>
/// What a table or a line is about, in the language of whoever reads it; what somebody wrote, such as a school's name, stays as it was written.
/// Two labels are the same where their English is, in small letters or capitals.
/// </summary>
public sealed class Label : IEquatable<Label>
{
    private readonly Func<Texts, string> _words;

    private Label(Func<Texts, string> words) => (_words, English) = (words, words(Texts.English));

    /// <summary>In English, as files have it.</summary>
    public string English { get; }

    /// <summary>A label that every language has words for.</summary>
    public static Label Of(Func<Texts, string> words) => new(words);

    /// <summary>A name, the same in every language.</summary>
    public static Label Name(string name) => new(_ => name);

    /// <summary>In a language.</summary>
    public string In(Texts say) => _words(say);

    /// <inheritdoc />
    public bool Equals(Label? other) => other is not null && English.Equals(other.English, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Label);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(English);

    /// <inheritdoc />
    public override string ToString() => English;
}
