using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Service.Api;

/// <summary>What the OpenAPI document says besides what the endpoints say of themselves.</summary>
internal static class OpenApiDocument
{
    public static void Shape(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Data requests";
            document.Info.Description = "Requests for student data: asked, routed, agreed, delivered. Errors are RFC 9457 problem details. "
                + "A requester's access token opens their own request; staff use a staff token. Both go as Authorization: Bearer.";
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(Instant) || type == typeof(LocalDate))
            {
                (schema.Type, schema.Format) = (JsonSchemaType.String, type == typeof(Instant) ? "date-time" : "date");
            }

            return Task.CompletedTask;
        });
    }
}
