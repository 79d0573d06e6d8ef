using System.Text.Json.Nodes;

namespace Service.Tests.Api;

/// <summary>Submissions as a client sends them. Each test names only what it is about.</summary>
internal static class Asked
{
    /// <summary>A member of the public asks for attendance rates: accepted, nothing required.</summary>
    public static JsonObject Plain(string kind = "Public", string level = "Aggregate") => new()
    {
        ["requester"] = new JsonObject { ["name"] = "Rita Quester", ["email"] = "rita@example.org", ["kind"] = kind },
        ["purpose"] = "A report to the neighbourhood council",
        ["audience"] = "The council's members",
        ["data"] = new JsonObject
        {
            ["level"] = level,
            ["scope"] = "Share of pupils who rode the ferry to school",
            ["schoolYears"] = new JsonArray("2024-25"),
            ["attributes"] = new JsonArray("ferry riders"),
        },
    };

    /// <summary>The submission with one field set (or, given null, set to null), by its path such as "requester.email".</summary>
    public static JsonObject With(this JsonObject body, string path, JsonNode? value)
    {
        var (parent, name) = Place(body, path);
        parent[name] = value;
        return body;
    }

    /// <summary>The submission without one field.</summary>
    public static JsonObject Without(this JsonObject body, string path)
    {
        var (parent, name) = Place(body, path);
        parent.Remove(name);
        return body;
    }

    private static (JsonObject Parent, string Name) Place(JsonObject body, string path)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            body = (JsonObject)(body[name] ??= new JsonObject());
        }

        return (body, names[^1]);
    }
}
