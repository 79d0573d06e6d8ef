using System.Security.Cryptography;
using System.Text;

namespace Core.Audits;

/// <summary>
/// Draws a random sample that anybody can draw again: requests in the order of the hash of seed and id, the first of them. Whoever knows seed and
/// period can check that nobody chose.
/// </summary>
public static class AuditSample
{
    /// <summary>Draws from some requests; all where there are fewer.</summary>
    public static IReadOnlyList<string> Draw(string seed, int size, IEnumerable<string> requests) =>
        [.. requests.Distinct(StringComparer.Ordinal).OrderBy(id => Hash($"{seed}\n{id}"), StringComparer.Ordinal).Take(size)];

    /// <summary>The fingerprint of what was drawn from, whatever its order.</summary>
    public static string Fingerprint(IEnumerable<string> requests) =>
        Hash(string.Join('\n', requests.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
