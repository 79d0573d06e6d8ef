using Core.Routing;
using Service.Storage;

namespace Service.PublishedData;

/// <summary>Links to published datasets go over a page of ours, which counts that the dataset was opened and nothing else.</summary>
internal static class CatalogueLinks
{
    /// <summary>A dataset's name in links and counts: its title in small letters and hyphens.</summary>
    public static string Id(CatalogueEntry entry) => Id(entry.Title);

    /// <summary>The same of a title.</summary>
    public static string Id(string title) => string.Join('-', SearchWords.Of(title));

    /// <summary>The link that opens a dataset.</summary>
    public static string Open(string title) => $"/catalog/open/{Uri.EscapeDataString(Id(title))}";
}
