using System.Globalization;
using System.Text;

namespace Core.Requests;

/// <summary>People and organizations under one spelling, so that who received data is known again.</summary>
public static class Receivers
{
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "inc", "incorporated", "llc", "llp", "ltd", "limited", "corp", "corporation", "co", "company", "pbc", "the",
    };

    /// <summary>
    /// An e-mail address without what does not change whose it is: blanks, letter case, a tag after a plus sign. Null where there is none.
    /// </summary>
    public static string? Person(string? email)
    {
        var plain = (email ?? "").Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var at = plain.LastIndexOf('@');
        if (at < 1)
        {
            return plain.Length > 0 ? plain : null;
        }

        var tag = plain.IndexOf('+', StringComparison.Ordinal);
        return tag > 0 && tag < at ? plain[..tag] + plain[at..] : plain;
    }

    /// <summary>
    /// An organization's name without what people write one way or another: letter case, accents, punctuation, "and" or "&amp;", a legal
    /// form, "The". Null where nothing is left.
    /// </summary>
    public static string? Organization(string? name)
    {
        var letters = new StringBuilder();
        foreach (var letter in (name ?? "").Replace("&", " and ", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '.' or '\'' or '’')
            {
                continue;
            }

            letters.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        var words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !LegalForms.Contains(word)).ToArray();
        return words.Length == 0 ? null : string.Join(' ', telling.Length > 0 ? telling : words);
    }
}
