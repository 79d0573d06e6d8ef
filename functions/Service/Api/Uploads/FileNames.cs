using System.Text;

namespace Service.Api.Uploads;

/// <summary>The names of files that people send: kept as a label, never as a path.</summary>
internal static class FileNames
{
    private const int Longest = 120;
    private const string Nameless = "file";

    /// <summary>The last part of the name, without what is a character of paths, headers, or no character at all.</summary>
    public static string Plain(string? given)
    {
        var name = (given ?? "").Split('/', '\\')[^1];
        var plain = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // A lone half of a pair is read as U+FFFD; format characters can turn a name around ("gpj.exe" from "exe.jpg").
            if (rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !IsFormat(rune) && !"\"<>|:*?;".Contains(rune.ToString(), StringComparison.Ordinal))
            {
                plain.Append(rune.ToString());
            }
        }

        var tidy = plain.ToString().Trim().Trim('.').Trim();
        return tidy.Length == 0 ? Nameless : Shortened(tidy);
    }

    private static bool IsFormat(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.PrivateUse;

    /// <summary>The extension says what a file is, so a long name is cut before it.</summary>
    private static string Shortened(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var extension = Path.GetExtension(name) is { Length: <= 10 } few ? few : "";
        var stem = name[..(Longest - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}
