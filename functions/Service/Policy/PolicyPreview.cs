using System.Text.Json.Nodes;
using Core.Policy;
using Core.Requests;
using Service.Desk;
using Service.Storage;

namespace Service.Policy;

/// <summary>A setting that differs between two policies.</summary>
/// <param name="Setting">Its place in the file, such as "fulfilment.standard".</param>
/// <param name="Before">Its value in force; null where it is new.</param>
/// <param name="After">Its value then; null where it goes.</param>
public sealed record PolicyDifference(string Setting, string? Before, string? After);

/// <summary>What another policy would change about an open request.</summary>
/// <param name="Id">The request.</param>
/// <param name="Requester">Who made it.</param>
/// <param name="Effects">What changes.</param>
public sealed record PolicyChangeOf(string Id, string Requester, IReadOnlyList<PolicyEffect> Effects);

/// <summary>A policy that was proposed: what it would change, or what is wrong with it.</summary>
/// <param name="Errors">What is wrong; nothing can be put in force then.</param>
/// <param name="Seen">The version it was compared with.</param>
/// <param name="Differences">The settings that differ.</param>
/// <param name="Requests">The open requests it would change something about.</param>
internal sealed record PolicyProposal(
    IReadOnlyList<PolicyFileError> Errors, int Seen, IReadOnlyList<PolicyDifference> Differences, IReadOnlyList<PolicyChangeOf> Requests);

/// <summary>What a policy file would change before it is in force: setting by setting, and request by request.</summary>
internal sealed class PolicyPreview(PolicyStore policies, OpenRequests requests, RequestDesk desk, CurrentCircumstances current)
{
    /// <summary>The proposal. Nothing is stored.</summary>
    public async Task<PolicyProposal> OfAsync(string text, CancellationToken cancel)
    {
        var before = await policies.LatestAsync(cancel);
        var (after, errors) = PolicyFile.Read(text);
        if (after is null)
        {
            return new(errors, before.Version, [], []);
        }

        var now = await current.NowAsync(cancel) with { Policy = before };
        var then = now with { Policy = after with { Version = before.Version + 1 } };
        var changes = new List<PolicyChangeOf>();
        await foreach (var one in requests.AllOpenAsync(cancel))
        {
            if (await desk.FindAsync(one.Id, cancel) is { } state && PolicyEffects.Of(state, now, then) is { Count: > 0 } effects)
            {
                changes.Add(new(state.Id, state.Submission.Requester.Name, effects));
            }
        }

        return new([], before.Version, Between(before, after), [.. changes.OrderBy(one => one.Id, StringComparer.Ordinal)]);
    }

    /// <summary>The settings that differ, by their place; the version is counted by the office and is none.</summary>
    internal static IReadOnlyList<PolicyDifference> Between(OfficePolicy before, OfficePolicy after)
    {
        var (old, now) = (Settings(before), Settings(after));
        return
        [
            .. old.Keys.Union(now.Keys).Where(setting => setting != "version")
                .Select(setting => new PolicyDifference(setting, old.GetValueOrDefault(setting), now.GetValueOrDefault(setting)))
                .Where(one => one.Before != one.After),
        ];
    }

    private static Dictionary<string, string> Settings(OfficePolicy policy)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("", JsonNode.Parse(PolicyFile.Write(policy)));
        return settings;

        void Add(string place, JsonNode? node)
        {
            switch (node)
            {
                case JsonObject group:
                    foreach (var (name, value) in group)
                    {
                        Add(place.Length == 0 ? name : $"{place}.{name}", value);
                    }

                    break;
                case JsonArray list when list.Any(item => item is JsonObject):
                    for (var at = 0; at < list.Count; at++)
                    {
                        Add($"{place}[{at}]", list[at]);
                    }

                    break;
                default:
                    settings[place] = node?.ToJsonString(Readable) ?? "nothing";
                    break;
            }
        }
    }

    // For eyes, not for a page's source: Razor encodes it again.
    private static readonly System.Text.Json.JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
