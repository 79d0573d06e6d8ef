using Core.Languages;
using Core.Notifications;
using Service.Mail;

namespace Local.Dev.Gallery;

/// <summary>A letter with sample data, in each language it is written in.</summary>
/// <param name="Name">Names it in addresses: the template's name, with a number where one template reads in several ways.</param>
/// <param name="To">Who gets it, in words.</param>
/// <param name="ToRequester">A requester gets it: it exists in every language.</param>
/// <param name="Shows">The story that brings it about.</param>
/// <param name="Written">The letter by language tag.</param>
internal sealed record SampleLetter(string Name, string To, bool ToRequester, string Shows, IReadOnlyDictionary<string, Letter> Written)
{
    /// <summary>The languages it is written in, English first.</summary>
    public IEnumerable<Texts> Languages => Texts.All.Where(say => Written.ContainsKey(say.Tag));

    /// <summary>Its first line in English.</summary>
    public string Subject => Written[Texts.English.Tag].Subject;

    /// <summary>As programs that show no HTML show it.</summary>
    public static string TextOf(Letter letter) => LetterText.Render(letter);

    /// <summary>As most programs show it.</summary>
    public static string HtmlOf(Letter letter) => LetterHtml.Render(letter);
}
