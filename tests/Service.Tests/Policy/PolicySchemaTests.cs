using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Service.Policy;

namespace Service.Tests.Policy;

/// <summary>The schema that editors use stays beside what is really read.</summary>
public sealed class PolicySchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), "policy.schema.json")))!;

    [Fact]
    public void It_names_exactly_the_settings_of_the_policy_that_ships() => Compare(JsonNode.Parse(PolicyFile.Write(PolicyStore.Shipped))!, Schema, "policy");

    [Theory]
    [InlineData("clarification", "lapseAfter")]
    [InlineData("fulfilment", "standard")]
    [InlineData("fulfilment", "warnAtPercent")]
    [InlineData("fulfilment", "longestExtension")]
    [InlineData("fulfilment", "escalateAfter")]
    [InlineData("feeDecision", "remindEvery")]
    [InlineData("documents", "lapseAfter")]
    [InlineData("ndaSignature", "lapseAfter")]
    [InlineData("deliverable", "validCalendarDays")]
    [InlineData("fees", "hourlyRate")]
    [InlineData("fees", "freeRecords")]
    public void Its_ranges_are_those_that_are_checked(string group, string setting)
    {
        var range = Resolved(Resolved(Schema["properties"]![group]!)["properties"]![setting]!);
        Read((int)range["maximum"]!).ShouldBeTrue("the largest allowed");
        Read((int)range["maximum"]! + 1).ShouldBeFalse("one more");
        Read((int)range["minimum"]! - 1).ShouldBeFalse("one less than the smallest allowed");

        bool Read(int value)
        {
            var file = JsonNode.Parse(PolicyFile.Write(PolicyStore.Shipped))!;
            file[group]![setting] = value;
            if (setting == "remindEvery")
            {
                file[group]!["lapseAfter"] = 250;
            }

            return PolicyFile.Read(file.ToJsonString()).Policy is not null;
        }
    }

    private static void Compare(JsonNode file, JsonNode schema, string path)
    {
        if (file is not JsonObject settings)
        {
            return;
        }

        var described = (JsonObject)Resolved(schema)["properties"]!;
        var optional = path.StartsWith("policy.offices.", StringComparison.Ordinal);
        (optional ? settings.Select(one => one.Key).Except(described.Select(one => one.Key)) : settings.Select(one => one.Key).Order(StringComparer.Ordinal))
            .ShouldBe(optional ? [] : described.Select(one => one.Key).Order(StringComparer.Ordinal), path);
        foreach (var (key, value) in settings)
        {
            Compare(value!, described[key]!, $"{path}.{key}");
        }
    }

    private static JsonNode Resolved(JsonNode schema) =>
        schema["$ref"] is { } reference ? Schema["$defs"]![reference.GetValue<string>().Split('/')[^1]]! : schema;

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "functions", "Service", "Policy"));
}
