using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Core.Requests;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Service.Storage.Events;

/// <summary>
/// How events are written. What is written stays readable for ever: the discriminator of a case is its C# name, so a case is never
/// renamed, and a property is only ever added. Non-ASCII characters are escaped, so that a payload can be cut anywhere.
/// </summary>
internal static class EventJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write(RecordedEvent recorded) => JsonSerializer.Serialize(recorded, Options);

    public static RecordedEvent Read(string payload) =>
        JsonSerializer.Deserialize<RecordedEvent>(payload, Options) ?? throw new JsonException("An event's payload is null.");

    /// <summary>The cases of a closed union: its sealed nested types.</summary>
    public static IEnumerable<Type> Cases(Type union) => union.GetNestedTypes().Where(nested => nested.IsSubclassOf(union));

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            AllowOutOfOrderMetadataProperties = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheCases } },
            Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly();
        return options;
    }

    private static void NameTheCases(JsonTypeInfo type)
    {
        if (type.Type != typeof(RequestEvent) && type.Type != typeof(Actor))
        {
            return;
        }

        type.PolymorphismOptions = new() { UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var one in Cases(type.Type))
        {
            type.PolymorphismOptions.DerivedTypes.Add(new(one, one.Name));
        }
    }
}
