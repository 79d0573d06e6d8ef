using System.Collections.Immutable;
using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Core.Audits;

/// <summary>A finding with who made it and when.</summary>
public sealed record AuditFinding(Instant At, string By, AuditResult Result, string? Text);

/// <summary>A request of a sample.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Findings">What was found, oldest first.</param>
public sealed record AuditedRequest(string RequestId, ImmutableList<AuditFinding> Findings)
{
    /// <summary>The finding that stands; null while nobody has looked.</summary>
    public AuditFinding? Latest => Findings.LastOrDefault();

    /// <summary>Somebody has to look at it, or to mend what was found.</summary>
    public bool IsOpen => Latest is null or { Result: AuditResult.Problem };
}

/// <summary>An audit of released requests as its entries say it is (EQUITY: the district continually audits its practices).</summary>
public sealed record ReleaseAudit(string Id, Instant DrawnAt, string DrawnBy, SampleDrawn Sample, ImmutableList<AuditedRequest> Requests)
{
    /// <summary>Most requests of a sample.</summary>
    public const int LargestSample = 200;

    /// <summary>How many are open.</summary>
    public int Open => Requests.Count(one => one.IsOpen);

    /// <summary>How many had a problem at any time.</summary>
    public int WithProblems => Requests.Count(one => one.Findings.Exists(finding => finding.Result == AuditResult.Problem));

    /// <summary>All audits, the latest first. An entry that fits nothing is passed over: history is read, never judged.</summary>
    public static IReadOnlyList<ReleaseAudit> Of(IEnumerable<AuditEntry> entries)
    {
        var audits = new Dictionary<string, ReleaseAudit>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Drawn is { } drawn)
            {
                audits.TryAdd(entry.AuditId, new(entry.AuditId, entry.At, entry.By, drawn, [.. drawn.Requests.Select(id => new AuditedRequest(id, []))]));
            }
            else if (entry.Finding is { } finding && audits.TryGetValue(entry.AuditId, out var audit))
            {
                audits[entry.AuditId] = audit.With(finding.RequestId, new(entry.At, entry.By, finding.Result, finding.Text));
            }
        }

        return [.. audits.Values.Reverse()];
    }

    /// <summary>Why a sample cannot be drawn; null where it can.</summary>
    public static Refusal? WhyNotDraw(LocalDate from, LocalDate to, int size, string? seed) =>
        from > to ? Bad("from", "The first day must not be after the last.")
        : size is < 1 or > LargestSample ? Bad("size", $"The sample must be from 1 to {LargestSample} requests.")
        : seed is not null && (seed.Length > 100 || !seed.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) ? Bad("seed", "A seed is letters, digits and hyphens, 100 at most.")
        : null;

    /// <summary>Why a finding cannot be recorded; null where it can.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="confirmed">Words that characterise a person were confirmed.</param>
    public Refusal? WhyNot(FindingMade finding, bool confirmed) =>
        Requests.Find(one => one.RequestId == finding.RequestId) is not { } request ? Bad("requestId", "This request is not in the sample.")
        : finding.Result != AuditResult.AsItShouldBe && string.IsNullOrWhiteSpace(finding.Text) ? Bad("text", "Say what is wrong, or how it was mended.")
        : finding.Result == AuditResult.Mended && request.Latest is not { Result: AuditResult.Problem } ? Bad("result", "Only a problem can be mended, and none stands.")
        : Screening.SaysStatus(finding.Text) ? Bad("text", Screening.StatusRefusal) with { Source = "LTR-2018" }
        : !confirmed && Screening.Characterisations(finding.Text) is { Count: > 0 } words
            ? new(Screening.Unconfirmed, Screening.Warning(words), "LTR-2018", RefusalKind.BadInput, "text")
        : null;

    private ReleaseAudit With(string requestId, AuditFinding finding) => this with
    {
        Requests = [.. Requests.Select(one => one.RequestId == requestId ? one with { Findings = one.Findings.Add(finding) } : one)],
    };

    private static Refusal Bad(string field, string text) => new("BadInput", text, Kind: RefusalKind.BadInput, Field: field);
}
