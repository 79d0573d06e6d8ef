using Core.Requests;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>What happened to a request, as its requester reads it, oldest first.</summary>
internal static class RequesterTimeline
{
    public static IEnumerable<TimelineLine> Of(RequestState state) => state.History.Select(recorded => new TimelineLine(recorded.At, recorded.Event.GetType().Name));
}
