using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Service.Api.Answers;

/// <summary>
/// Describes endpoints for the OpenAPI document. Bodies are described here and read by hand, so that wrong ones are answered by
/// field and not by the framework.
/// </summary>
internal static class Described
{
    /// <summary>It takes a JSON body.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer(
        async (operation, context, cancel) => operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(T), parameterDescription: null, cancel) },
            },
        });

    /// <summary>It takes a multipart form.</summary>
    /// <param name="fields">Its text fields; a part named "file" comes besides.</param>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, params string[] fields) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var properties = fields.ToDictionary(
                field => field, _ => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String }, StringComparer.Ordinal);
            properties["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["multipart/form-data"] = new()
                    {
                        Schema = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Object,
                            Properties = properties,
                            Required = properties.Keys.ToHashSet(StringComparer.Ordinal),
                        },
                    },
                },
            };
            return Task.CompletedTask;
        });

    /// <summary>It takes a text of another kind.</summary>
    public static RouteHandlerBuilder TakesText(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [mediaType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            };
            return Task.CompletedTask;
        });

    /// <summary>It looks at a header.</summary>
    public static RouteHandlerBuilder TakesHeader(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.Parameter(name, ParameterLocation.Header, description);

    /// <summary>It looks at parameters of the query.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder endpoint, params (string Name, string Description)[] parameters) =>
        parameters.Aggregate(endpoint, (so, one) => so.Parameter(one.Name, ParameterLocation.Query, one.Description));

    /// <summary>It answers so when it does what was asked.</summary>
    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, int status, params string[] mediaTypes) =>
        endpoint.Produces<T>(status, mediaTypes is [var first, ..] ? first : "application/json", mediaTypes.Skip(1).ToArray());

    /// <summary>It answers so, with a problem, when it does not.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        statuses.Aggregate(endpoint, (so, status) => so.Produces<Problem>(status, "application/problem+json"));

    private static RouteHandlerBuilder Parameter(this RouteHandlerBuilder endpoint, string name, ParameterLocation place, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = place,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            return Task.CompletedTask;
        });
}
