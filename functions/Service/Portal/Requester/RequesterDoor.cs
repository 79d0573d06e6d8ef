using Core.Requests;
using Microsoft.AspNetCore.Http;
using Service.Desk;
using Service.SignIn;

namespace Service.Portal.Requester;

/// <summary>Opens a request to whoever holds its key; to anybody else it does not exist.</summary>
internal sealed class RequesterDoor(RequestDesk desk, AccessTokens tokens)
{
    /// <summary>The request, or null where there is none or the browser does not hold its key.</summary>
    public async Task<RequestState?> OpenAsync(HttpContext http, string id) =>
        await OpensAsync(id, RequesterCookie.Read(http), http.RequestAborted) ? await desk.FindAsync(id, http.RequestAborted) : null;

    /// <summary>Whether this is the key of that request.</summary>
    public async Task<bool> OpensAsync(string id, string? token, CancellationToken cancel) =>
        token is { Length: > 0 } && await tokens.OpensAsync(id, token, cancel);
}
