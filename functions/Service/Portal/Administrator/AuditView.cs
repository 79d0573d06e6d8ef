using NodaTime;

namespace Service.Portal.Administrator;

/// <summary>The seals there are, and the result of a verification of the records where one was asked for.</summary>
/// <param name="SealedOn">The days on which the records were sealed, newest first.</param>
/// <param name="Found">What was found; null where nothing was checked.</param>
public sealed record AuditView(IReadOnlyList<LocalDate> SealedOn, AuditFinding? Found);

/// <summary>What a verification found.</summary>
/// <param name="Ok">Nothing was changed, taken out or put in.</param>
/// <param name="Entries">How many entries were looked at.</param>
/// <param name="Broken">The first broken place, in words; null where there is none.</param>
/// <param name="BrokenChain">Its chain.</param>
/// <param name="BrokenRequest">Its request, where the chain is one's.</param>
/// <param name="At">When it was verified.</param>
public sealed record AuditFinding(bool Ok, long Entries, string? Broken, string? BrokenChain, string? BrokenRequest, Instant At);
