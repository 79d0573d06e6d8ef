using System.Globalization;
using System.Text;

namespace Service.Storage;

/// <summary>The words of a text as they are looked for: small letters and digits, without accents.</summary>
internal static class SearchWords
{
    private const int Longest = 40;

    /// <summary>Each word once, in the order of the text.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            var done = word.ToString();
            word.Clear();
            if (done.Length > 0 && !words.Contains(done, StringComparer.Ordinal))
            {
                words.Add(done.Length > Longest ? done[..Longest] : done);
            }
        }
    }
}
