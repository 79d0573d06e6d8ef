using System.Text.RegularExpressions;
using Core.Requests;
using Microsoft.AspNetCore.Http;
using Service.Api.Answers;
using Service.Desk;
using Service.SignIn;

namespace Service.Api;

/// <summary>Whether the caller may come to a request: the request and who they are to it, or the answer they get instead.</summary>
internal abstract record Access
{
    private Access() { }

    /// <summary>They may: as its requester or as staff.</summary>
    public sealed record Granted(RequestState State, Actor By) : Access;

    /// <summary>They may not.</summary>
    public sealed record Denied(IResult Answer) : Access;
}

/// <summary>
/// Opens a request to its requester and to staff. To the holder of another request's token it does not exist; without any token the
/// answer does not depend on whether it does.
/// </summary>
internal sealed partial class RequestAccess(RequestDesk desk, AccessTokens tokens)
{
    /// <summary>Opens it to its requester and to staff.</summary>
    public async Task<Access> OpenAsync(HttpContext http, string id, CancellationToken cancel)
    {
        if (StaffSignIn.Of(http.User) is { } staff)
        {
            return staff.Roles.Count == 0 ? new Access.Denied(Problems.Forbidden()) : Found(await desk.FindAsync(id, cancel), staff);
        }

        return BearerHandler.TokenOf(http.Request) switch
        {
            { } token when !Form().IsMatch(token) => new Access.Denied(Problems.NotSignedIn()),
            { } token => await desk.FindAsync(id, cancel) is { } state && await tokens.OpensAsync(state, token, cancel)
                ? new Access.Granted(state, Actor.Requester)
                : new Access.Denied(Problems.NotFound()),
            null => new Access.Denied(Problems.NotSignedIn()),
        };
    }

    /// <summary>Opens it to its requester alone: nobody of the staff answers or signs for them.</summary>
    public async Task<Access> OpenToRequesterAsync(HttpContext http, string id, CancellationToken cancel) =>
        await OpenAsync(http, id, cancel) is var access && access is Access.Granted { By: Actor.Staff }
            ? new Access.Denied(Problems.Forbidden("Only the person who made the request can do this."))
            : access;

    /// <summary>Opens it to staff alone.</summary>
    public async Task<Access> OpenToStaffAsync(HttpContext http, string id, CancellationToken cancel) =>
        await OpenAsync(http, id, cancel) is var access && access is Access.Granted { By: not Actor.Staff }
            ? new Access.Denied(Problems.Forbidden("Only staff can do this."))
            : access;

    private static Access Found(RequestState? state, Actor by) =>
        state is null ? new Access.Denied(Problems.NotFound()) : new Access.Granted(state, by);

    // What an access token looks like; anything else is nobody's token.
    [GeneratedRegex(@"^[A-Za-z0-9_-]{43}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
