using System.Text.Json;
using System.Text.Json.Nodes;
using Core.Policy;
using Core.Routing;

namespace Service.Policy;

/// <summary>
/// Reads a policy that was put in force by an earlier version of the product. It was checked then; a setting that has come since is as
/// it ships, one that has gone since is left out. So a deployment never takes the policy in force away.
/// </summary>
internal static class StoredPolicy
{
    public static OfficePolicy Read(string text)
    {
        JsonObject? stored;
        try
        {
            stored = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException fault)
        {
            throw new InvalidOperationException("The stored policy is no JSON.", fault);
        }

        if (stored is null)
        {
            throw new InvalidOperationException("The stored policy is no JSON object.");
        }

        Complete(stored, JsonNode.Parse(ShippedFiles.Text("policy.json"))!.AsObject());
        return PolicyFile.Unchecked(stored.ToJsonString());
    }

    private static void Complete(JsonObject stored, JsonObject shipped)
    {
        foreach (var gone in stored.Select(setting => setting.Key).Where(key => !shipped.ContainsKey(key)).ToList())
        {
            stored.Remove(gone);
        }

        foreach (var (key, value) in shipped)
        {
            if (!stored.ContainsKey(key))
            {
                stored[key] = value?.DeepClone();
            }
            else if (stored[key] is JsonObject group && value is JsonObject groupAsShipped && !Enum.TryParse<Office>(key, out _))
            {
                // An office tells only the ways by which it is reached, and need not have those of the one that ships.
                Complete(group, groupAsShipped);
            }
        }
    }
}
