using NodaTime;

namespace Service.Portal.Administrator;

/// <summary>A version of something that is changed as a whole.</summary>
/// <param name="Version">Its number.</param>
/// <param name="By">Who put it in force; null where it came with the product.</param>
/// <param name="At">When.</param>
/// <param name="Note">What the change was.</param>
public sealed record VersionLine(int Version, string? By, Instant? At, string? Note);
