using Core.Routing;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>The public catalogue, searched.</summary>
/// <param name="In">What was searched for.</param>
/// <param name="Found">What fits, best first; everything where nothing was searched for.</param>
public sealed record CatalogView(Entries In, IReadOnlyList<CatalogueEntry> Found);
