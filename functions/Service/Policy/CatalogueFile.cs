using System.Text.Json;
using Core.Routing;

namespace Service.Policy;

/// <summary>Reads <c>catalogue.json</c>: the published datasets (ODA-03, Appendix I).</summary>
internal static class CatalogueFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public static Catalogue Shipped { get; } = new(
        JsonSerializer.Deserialize<IReadOnlyList<CatalogueEntry>>(ShippedFiles.Text("catalogue.json"), Options) ?? []);
}
