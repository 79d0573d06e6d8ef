using System.Text.Json.Nodes;

namespace Infra.Tests;

/// <summary>Everything that the templates deploy, taken out of the nested deployments, as compiled. Compiled once for all tests.</summary>
public sealed class CompiledTemplate : IAsyncLifetime
{
    private IReadOnlyList<(JsonObject Resource, JsonObject Template)> resources = [];

    /// <summary>The whole compiled text.</summary>
    public string Text { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var built = await Bicep.RunAsync("build", "main.bicep", "--stdout");
        built.Code.ShouldBe(0, built.Complaints);
        Text = built.Output;
        resources = [.. Within(JsonNode.Parse(Text)!.AsObject())];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>All resources of a type.</summary>
    public IReadOnlyList<JsonObject> All(string type) => [.. Found(type).Select(found => found.Resource)];

    /// <summary>The only resource of a type.</summary>
    public JsonObject One(string type) => All(type).ShouldHaveSingleItem(type);

    /// <summary>The variables of the module that deploys the resources of a type: what its loops go through, and the ids it names.</summary>
    public JsonObject Variables(string type) => Found(type).First().Template["variables"]!.AsObject();

    /// <summary>All types that are deployed.</summary>
    public IEnumerable<string> Types => resources.Select(found => TypeOf(found.Resource)).Distinct();

    private IEnumerable<(JsonObject Resource, JsonObject Template)> Found(string type) => resources.Where(found => TypeOf(found.Resource) == type);

    private static IEnumerable<(JsonObject, JsonObject)> Within(JsonObject template)
    {
        IEnumerable<JsonNode?> here = template["resources"] switch
        {
            JsonObject named => named.Select(pair => pair.Value),
            JsonArray listed => listed,
            _ => [],
        };
        foreach (var resource in here.OfType<JsonObject>().Where(resource => resource["existing"]?.GetValue<bool>() is not true))
        {
            if (TypeOf(resource) != "Microsoft.Resources/deployments")
            {
                yield return (resource, template);
                continue;
            }

            foreach (var inner in Within(resource["properties"]!["template"]!.AsObject()))
            {
                yield return inner;
            }
        }
    }

    private static string TypeOf(JsonObject resource) => resource["type"]!.GetValue<string>();
}
