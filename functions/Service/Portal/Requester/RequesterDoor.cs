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
        await OpenAsync(id, RequesterCookie.Read(http), http.RequestAborted);

    /// <summary>The request, or null where there is none or this is not its key.</summary>
    public async Task<RequestState?> OpenAsync(string id, string? token, CancellationToken cancel) =>
        token is { Length: > 0 } && await desk.FindAsync(id, cancel) is { } state && await tokens.OpensAsync(state, token, cancel) ? state : null;
}
