using Service.Portal.Layout;
using Service.StandardTexts;
using Service.Storage;

namespace Service.Portal.Administrator.StandardTexts;

/// <summary>The standard texts, to be changed.</summary>
/// <param name="Shown">The version looked at: the one in force, or an earlier one.</param>
/// <param name="Current">The version in force.</param>
/// <param name="Texts">The texts of the version looked at.</param>
/// <param name="History">All versions, newest first.</param>
/// <param name="In">What was typed and not taken.</param>
public sealed record TextsView(int Shown, int Current, IReadOnlyList<StandardText> Texts, IReadOnlyList<FileVersion> History, Entries In)
{
    /// <summary>An earlier version is looked at: it can be brought back, not changed.</summary>
    public bool IsEarlier => Shown != Current;

    /// <summary>The versions as a list to go back in.</summary>
    public IReadOnlyList<VersionLine> Versions =>
    [
        .. History.Select(version => new VersionLine(version.Number, version.By, version.At, null)),
        .. History.All(version => version.Number > 0) ? new VersionLine[] { new(0, null, null, null) } : [],
    ];
}
