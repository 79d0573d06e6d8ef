using NodaTime;
using static Core.Requests.Refusals;
using static Core.Requests.RequestCommand;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>Judges what concerns the requester's way in: their link, and the one-time code before data that names students.</summary>
internal static class AccessRulings
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration Day = Duration.FromHours(24);

    /// <summary>A new link. By mail the requester gets one as often as the policy says; a link that staff took away only staff give back.</summary>
    public static Ruling Renew(RequestState state, Actor by, Circumstances circumstances) => by switch
    {
        Actor.Staff => new AccessRenewed(),
        _ when state.AccessRevoked => AccessIsRevoked,
        _ when Since<AccessRenewed>(state, circumstances.Now - Day).Count(one => one.By is not Actor.Staff) >= circumstances.Policy.Access.LinksPerDay =>
            LinksTooOften,
        _ => new AccessRenewed(),
    };

    /// <summary>No link opens the request from here on.</summary>
    public static Ruling Revoke(RequestState state, RevokeAccess revoke) =>
        string.IsNullOrWhiteSpace(revoke.Reason) ? Bad("reason", "This is required.")
        : state.AccessRevoked ? new Ruling([])
        : new AccessRevoked(revoke.Reason.Trim());

    /// <summary>A one-time code for a file, by mail.</summary>
    public static Ruling SendCode(RequestState state, string file, Actor by, Circumstances circumstances)
    {
        var (now, rules) = (circumstances.Now, circumstances.Policy.Access);
        return state.Deliverables.Find(one => one.Id == file)?.IsLive(now) != true ? NotAvailable
            : !DownloadCode.IsNeeded(state, by) ? NoCodeNeeded
            : Since<DownloadCodeSent>(state, now - Hour).Count() >= rules.CodesPerHour ? CodesTooOften
            : new DownloadCodeSent(file, now + Duration.FromMinutes(rules.CodeMinutes));
    }

    /// <summary>
    /// A download. Where a code is needed and a wrong one was given, it is the wrong try that happens: it is on record, and the record
    /// is what counts the tries, so that many tries at once are counted like many one after the other.
    /// </summary>
    public static Ruling Fetch(RequestState state, Download download, Actor by, Circumstances circumstances)
    {
        if (state.Deliverables.Find(one => one.Id == download.DeliverableId)?.IsLive(circumstances.Now) != true)
        {
            return NotAvailable;
        }

        if (Preconditions.Unmet(state, state.Deliverables.Find(one => one.Id == download.DeliverableId)!, circumstances) is { } unmet)
        {
            return unmet;
        }

        if (!DownloadCode.IsNeeded(state, by))
        {
            return new Downloaded(download.DeliverableId, download.Bytes);
        }

        return (download.Code, DownloadCode.Of(state, download.DeliverableId)) switch
        {
            (null, _) => CodeNeeded,
            ({ } given, { } sent) when given.Sequence == sent.Sequence && sent.IsLive(circumstances.Now, circumstances.Policy.Access) =>
                given.IsRight ? new Downloaded(download.DeliverableId, download.Bytes) : new DownloadCodeRefused(download.DeliverableId),
            _ => CodeEnded,
        };
    }

    private static IEnumerable<RecordedEvent> Since<TEvent>(RequestState state, Instant from) where TEvent : RequestEvent =>
        state.History.Where(recorded => recorded.At > from && recorded.Event is TEvent);
}
