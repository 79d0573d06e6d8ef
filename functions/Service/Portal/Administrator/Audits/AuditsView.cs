using System.Diagnostics;
using Core.Audits;
using Service.Portal.Layout;

namespace Service.Portal.Administrator.Audits;

/// <summary>All audits, and the form of a new sample.</summary>
public sealed record AuditsView(IReadOnlyList<ReleaseAudit> Audits, Entries In);

/// <summary>One audit, with what was typed about one of its requests.</summary>
public sealed record AuditView(ReleaseAudit Audit, Entries In)
{
    /// <summary>The form of a request: each has one of its own on the page.</summary>
    public static string FormOf(string requestId) => $"finding-{requestId}";

    /// <summary>A result as people read it.</summary>
    public static string Words(AuditResult result) => result switch
    {
        AuditResult.AsItShouldBe => "As it should be",
        AuditResult.Problem => "Something is wrong",
        AuditResult.Mended => "What was wrong is mended",
        _ => throw new UnreachableException(),
    };
}
