using System.Diagnostics;
using OpenTelemetry;

namespace Service.Telemetry;

/// <summary>
/// Takes out of a span what may name a person or open a request before it leaves: addresses as they were typed (a requester's first
/// link carries their key, a lookup a student's ID), who asked, and with what. The route says enough.
/// </summary>
internal sealed class TidySpans : BaseProcessor<Activity>
{
    private const string Path = "url.path";
    private const string Unmatched = "(none of ours)";

    private static readonly string[] Never =
    [
        "url.query", "url.full", "http.url", "http.target", "user_agent.original", "http.user_agent", "client.address", "client.port",
        "http.client_ip", "network.peer.address", "network.peer.port", "enduser.id",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var name in Never)
        {
            data.SetTag(name, null);
        }

        if (data.GetTagItem(Path) is not null)
        {
            data.SetTag(Path, data.GetTagItem("http.route") ?? Unmatched);
        }
    }
}
