using System.Net;
using Core.Requests;
using Microsoft.AspNetCore.Http;
using Service.Desk;

namespace Service.SignIn.Renewal;

/// <summary>
/// Sends new links to somebody who lost theirs. Whoever asks gets the same answer after the same time, whether the address or the
/// request exists or not: only the mailbox learns more.
/// </summary>
internal sealed class LinkRenewals(RequestDesk desk, RequesterIndex index, Attempts attempts, TimeProvider time)
{
    private const int MostForAnAddress = 5;
    private const int MostFromAPlace = 30;

    /// <summary>What an answer takes at least. Above what the work takes on any ordinary day.</summary>
    private static readonly TimeSpan Even = TimeSpan.FromMilliseconds(700);

    /// <summary>Sends the links; false where so much was asked from one place that nothing is done for a while.</summary>
    /// <param name="requestId">The one request whose link is asked for; null for all of the address.</param>
    public async Task<bool> AskAsync(HttpContext http, string email, string? requestId, CancellationToken cancel)
    {
        if (!await attempts.TakeAsync("link/place", PlaceOf(http), MostFromAPlace, cancel))
        {
            return false;
        }

        // The waiting starts before the work and goes on beside it.
        var even = Task.Delay(Even, time, cancel);
        await SendAsync(email, requestId, cancel);
        await even;
        return true;
    }

    private async Task SendAsync(string email, string? requestId, CancellationToken cancel)
    {
        if (!await attempts.TakeAsync("link/email", RequesterIndex.Normal(email), MostForAnAddress, cancel))
        {
            return;
        }

        var known = await index.OfAsync(email, cancel);
        IEnumerable<string> wanted = requestId is null ? known : [requestId.Trim().ToUpperInvariant()];
        foreach (var id in wanted)
        {
            if (await desk.FindAsync(id, cancel) is { } state && RequesterIndex.Normal(state.Submission.Requester.Email) == RequesterIndex.Normal(email))
            {
                // A refusal (too often, taken away by staff) is told to nobody.
                await desk.ExecuteAsync(id, new RequestCommand.RenewAccess(), Actor.Requester, expectedVersion: null, cancel);
            }
        }
    }

    /// <summary>
    /// Where a request comes from. In Azure it reaches the app through a front end on its own machine, which adds the caller's address last;
    /// what stands before it anybody may have written, and so may they everything where there is no front end.
    /// </summary>
    public static string PlaceOf(HttpContext http)
    {
        var near = http.Connection.RemoteIpAddress;
        var last = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return (near is null || IPAddress.IsLoopback(near)) && IPEndPoint.TryParse(last, out var caller) ? caller.Address.ToString() : $"{near}";
    }
}
