using Service.Portal.Layout;
using Service.PublishedData;
using Service.Storage;

namespace Service.Portal.Administrator;

/// <summary>The catalogue, what it was good for, and its versions.</summary>
/// <param name="In">The file as it is being edited.</param>
/// <param name="Version">The version in force.</param>
/// <param name="History">All versions, newest first.</param>
/// <param name="Use">Shown, opened and answered of each dataset in the last twelve months, the most shown first.</param>
public sealed record CatalogueView(Entries In, int Version, IReadOnlyList<FileVersion> History, IReadOnlyList<CatalogueUse> Use)
{
    /// <summary>Requests that were not made because a dataset answered.</summary>
    public int Answered => Use.Sum(one => one.Answered);
}
