using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Service.SignIn.Keys;

namespace Service.Desk;

/// <summary>
/// Ids such as <c>DR-7K3M-9QXA-2B4C</c>: 60 bits in an alphabet without letters that are mistaken for digits when read aloud
/// (Crockford's base 32). Random, or the same for the same idempotency key.
/// </summary>
internal static partial class RequestIds
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Letters = 12;
    private const int BitsPerLetter = 5;

    public static string New() => Of(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    public static async ValueTask<string> ForAsync(ServerKey key, string idempotencyKey, CancellationToken cancel) =>
        Of(await key.MacAsync("request-id", idempotencyKey, cancel));

    /// <summary>Whether this can be an id at all; storage is not asked about anything else.</summary>
    public static bool CanBe(string id) => Form().IsMatch(id);

    private static string Of(byte[] bytes)
    {
        var bits = BitConverter.ToUInt64(bytes, 0);
        var letters = string.Create(Letters, bits, static (letters, bits) =>
        {
            for (var at = 0; at < letters.Length; at++, bits >>= BitsPerLetter)
            {
                letters[at] = Alphabet[(int)(bits & 31)];
            }
        });
        return $"DR-{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }

    [GeneratedRegex("^DR(-[0-9A-HJKMNP-TV-Z]{4}){3}\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
