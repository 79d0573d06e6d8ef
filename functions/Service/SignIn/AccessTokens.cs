using System.Security.Cryptography;
using System.Text;
using Core.Requests;
using Microsoft.AspNetCore.WebUtilities;
using Service.SignIn.Keys;

namespace Service.SignIn;

/// <summary>
/// The secret with which a requester reaches their own request. It follows from the server key, the request's id and how often the link
/// was renewed, so that every later e-mail can carry the link again although the secret is stored nowhere, not even as a hash.
/// </summary>
internal sealed class AccessTokens(ServerKey key)
{
    /// <summary>The secret of a request, as its link carries it now.</summary>
    public async ValueTask<string> OfAsync(RequestState state, CancellationToken cancel) =>
        WebEncoders.Base64UrlEncode(await key.MacAsync("access", $"{state.Id}\n{state.AccessGeneration}", cancel));

    /// <summary>Whether this is the secret of that request. Takes the same time whatever is wrong with it.</summary>
    public async ValueTask<bool> OpensAsync(RequestState state, string? token, CancellationToken cancel) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(await OfAsync(state, cancel)), Encoding.UTF8.GetBytes(token ?? ""))
        && !state.AccessRevoked;
}
