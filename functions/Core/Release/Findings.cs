namespace Core.Release;

/// <summary>Gathers findings: the first of each code one by one, the rest as a number, so that a bad file gives a readable list.</summary>
internal sealed class Findings(int shownOfEach)
{
    private readonly List<Finding> shown = [];
    private readonly Dictionary<string, long> found = new(StringComparer.Ordinal);

    /// <summary>Whether another finding of this code would still be shown.</summary>
    public bool HasRoomFor(string code) => found.GetValueOrDefault(code) < shownOfEach;

    /// <summary>Whether there is any of this code.</summary>
    public bool Has(string code) => found.ContainsKey(code);

    public void Add(Finding finding)
    {
        if (HasRoomFor(finding.Code))
            shown.Add(finding);
        Count(finding.Code, 1);
    }

    /// <summary>Counts findings that nobody will read one by one.</summary>
    public void Count(string code, long more)
    {
        if (more > 0)
            found[code] = found.GetValueOrDefault(code) + more;
    }

    public FileCheck ToCheck()
    {
        var rest = found.Where(code => code.Value > shownOfEach)
            .Select(code => new Finding(code.Key, "elsewhere in the file", $"And {code.Value - shownOfEach} more of the same."));
        return new FileCheck(
            found.Keys.Select(FindingCode.VerdictOf).DefaultIfEmpty(Verdict.Pass).Max(),
            [.. shown.Concat(rest).OrderByDescending(finding => FindingCode.VerdictOf(finding.Code))]);
    }
}
