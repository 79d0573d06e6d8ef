using Service.Portal.Layout;

namespace Service.Portal.Administrator;

/// <summary>The policy as it can be edited.</summary>
/// <param name="Version">The version in force.</param>
/// <param name="In">The text, or what was typed and refused.</param>
public sealed record PolicyView(int Version, Entries In);
