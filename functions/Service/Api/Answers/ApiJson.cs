using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Service.Api.Answers;

/// <summary>How the API writes JSON: camelCase, enums by their names, times as ISO 8601.</summary>
internal static class ApiJson
{
    /// <summary>The options everything is written with.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Makes other options write the same way.</summary>
    public static void Shape(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Shape(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
