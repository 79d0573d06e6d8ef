using Service.Policy;
using Service.Portal.Layout;

namespace Service.Portal.Administrator;

/// <summary>The policy as it can be edited.</summary>
/// <param name="Version">The version in force.</param>
/// <param name="In">The text, or what was typed and refused.</param>
/// <param name="History">The latest versions, the one in force first.</param>
public sealed record PolicyView(int Version, Entries In, IReadOnlyList<VersionLine> History)
{
    /// <summary>How many versions a page shows.</summary>
    public const int VersionsShown = 20;
}

/// <summary>A policy that is to be put in force.</summary>
/// <param name="Seen">The version it was compared with.</param>
/// <param name="Text">It as a file.</param>
/// <param name="Note">What the change is.</param>
/// <param name="Differences">The settings that differ.</param>
/// <param name="Requests">The open requests it would change something about.</param>
/// <param name="Problems">Why it was not put in force.</param>
public sealed record PolicyPreviewView(
    int Seen, string Text, string Note, IReadOnlyList<PolicyDifference> Differences, IReadOnlyList<PolicyChangeOf> Requests,
    IReadOnlyList<Problem> Problems);
