using NodaTime;

namespace Core.Audits;

/// <summary>What an auditor found about one released request.</summary>
public enum AuditResult
{
    /// <summary>It left as it should have.</summary>
    AsItShouldBe,
    /// <summary>Something is wrong; it stays open until it is mended.</summary>
    Problem,
    /// <summary>What was wrong is mended.</summary>
    Mended,
}

/// <summary>A sample was drawn.</summary>
/// <param name="From">The first day of release.</param>
/// <param name="To">The last.</param>
/// <param name="Size">How many were asked for.</param>
/// <param name="Seed">What makes the draw repeatable.</param>
/// <param name="Released">How many requests had data released in these days.</param>
/// <param name="Fingerprint">Their fingerprint, so that the draw can be checked.</param>
/// <param name="Requests">The sample.</param>
public sealed record SampleDrawn(LocalDate From, LocalDate To, int Size, string Seed, int Released, string Fingerprint, IReadOnlyList<string> Requests);

/// <summary>A finding was made.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Result">What was found.</param>
/// <param name="Text">In words; null where there is nothing to say.</param>
public sealed record FindingMade(string RequestId, AuditResult Result, string? Text);

/// <summary>An entry of the audits' history: a sample, or a finding. Entries are never changed; a later finding stands beside the earlier ones.</summary>
/// <param name="AuditId">The audit.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as signed in.</param>
/// <param name="Drawn">The sample, with which an audit begins; null in all others.</param>
/// <param name="Finding">The finding; null in the first.</param>
public sealed record AuditEntry(string AuditId, Instant At, string By, SampleDrawn? Drawn = null, FindingMade? Finding = null);
