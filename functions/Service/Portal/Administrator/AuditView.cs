using NodaTime;

namespace Service.Portal.Administrator;

/// <summary>The result of a verification of the records.</summary>
/// <param name="Ok">Nothing was changed, taken out or put in.</param>
/// <param name="Entries">How many entries were looked at.</param>
/// <param name="Broken">The first broken place, in words; null where there is none.</param>
/// <param name="BrokenRequest">Its request.</param>
/// <param name="At">When it was verified.</param>
public sealed record AuditView(bool Ok, long Entries, string? Broken, string? BrokenRequest, Instant At);
