using System.Text;

namespace Core.Routing;

/// <summary>
/// Letters that stand for another one: those that no decomposition takes apart (the Vietnamese đ), and Cyrillic or Greek ones that look like
/// Latin and are put in their place so that a word is not found.
/// </summary>
internal static class Lookalikes
{
    private static readonly Dictionary<int, Rune> Table = Make();

    /// <summary>The letter it stands for, or itself.</summary>
    public static Rune Plain(Rune rune) => rune.Value < 0x80 ? rune : Table.GetValueOrDefault(rune.Value, rune);

    private static Dictionary<int, Rune> Make()
    {
        (string Letters, char Plain)[] rows =
        [
            ("а\u0251αａ", 'a'), ("е\u0435εҽ", 'e'), ("оο\u0585σ", 'o'), ("рρ", 'p'), ("сϲ", 'c'), ("уγ\u04af", 'y'), ("х\u03c7", 'x'), ("іιı\u0269", 'i'),
            ("ѕ\ua731", 's'), ("ј\u03f3", 'j'), ("ԁđ\u0257", 'd'), ("һ", 'h'), ("ո\u0578", 'n'), ("τт", 't'), ("υ\u057d", 'u'), ("м", 'm'), ("ɡ\u0261", 'g'),
            ("ν", 'v'), ("к\u03ba", 'k'), ("ł", 'l'), ("ø", 'o'), ("\u0649\u06cc", '\u064a'),
        ];
        var table = new Dictionary<int, Rune>();
        foreach (var (letters, plain) in rows)
        {
            foreach (var letter in letters.EnumerateRunes())
            {
                table[letter.Value] = new Rune(plain);
            }
        }

        return table;
    }
}
