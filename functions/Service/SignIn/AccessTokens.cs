using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Service.SignIn.Keys;

namespace Service.SignIn;

/// <summary>
/// The secret with which a requester reaches their own request. It follows from the server key and the request's id, so that every later
/// e-mail can carry the link again although the secret is stored nowhere.
/// </summary>
internal sealed class AccessTokens(ServerKey key)
{
    // A new generation makes all older secrets worthless.
    private const int Generation = 1;

    /// <summary>The secret of a request.</summary>
    public async ValueTask<string> OfAsync(string requestId, CancellationToken cancel) =>
        WebEncoders.Base64UrlEncode(await key.MacAsync("access", $"{requestId}\n{Generation}", cancel));

    /// <summary>Whether this is the secret of that request. Takes the same time whatever is wrong with it.</summary>
    public async ValueTask<bool> OpensAsync(string requestId, string? token, CancellationToken cancel) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(await OfAsync(requestId, cancel)), Encoding.UTF8.GetBytes(token ?? ""));
}
