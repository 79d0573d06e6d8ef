namespace Core.Release;

/// <summary>Whether a file may leave (policy section 6).</summary>
public enum Verdict
{
    /// <summary>Nothing was found.</summary>
    Pass,
    /// <summary>Something must be mended, or overridden by a second person with the Approver role and a written reason.</summary>
    Fix,
    /// <summary>Must not leave; cannot be overridden.</summary>
    Block,
}

/// <summary>One thing wrong with a file, and where.</summary>
/// <param name="Code">A stable name, such as <c>SmallCell</c>.</param>
/// <param name="Where">The place: sheet, column, row, cell.</param>
/// <param name="Text">What is wrong and what to do, as a sentence.</param>
public sealed record Finding(string Code, string Where, string Text);

/// <summary>The result of checking a file before release.</summary>
public sealed record FileCheck(Verdict Verdict, IReadOnlyList<Finding> Findings)
{
    /// <summary>The check with what else was found.</summary>
    public FileCheck And(IReadOnlyList<Finding> more) => more.Count == 0 ? this : new(
        more.Select(finding => FindingCode.VerdictOf(finding.Code)).Append(Verdict).Max(), [.. Findings, .. more]);
}
