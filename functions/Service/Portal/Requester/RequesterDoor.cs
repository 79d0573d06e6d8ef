using Core.Requests;
using Microsoft.AspNetCore.Http;
using Service.Desk;

namespace Service.Portal.Requester;

/// <summary>Opens a request to whoever holds its key; to anybody else it does not exist.</summary>
internal sealed class RequesterDoor(RequestDesk desk)
{
    /// <summary>The request, or null where there is none or the key is not its own.</summary>
    public async Task<RequestState?> OpenAsync(HttpContext http, string id) =>
        RequesterCookie.Read(http) is { Length: > 0 } && await desk.FindAsync(id, http.RequestAborted) is { } state ? state : null;
}
