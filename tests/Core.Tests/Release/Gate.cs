using Core.Release;
using Core.Routing;
using NodaTime;

namespace Core.Tests.Release;

/// <summary>Puts small tables through the gate; a row is its cells with | between them.</summary>
internal static class Gate
{
    public static readonly LocalDate Today = new(2026, 3, 2);

    public static FileCheckResult Check(DataLevel level, params string[] rows) => Check(level, [], null, rows);

    public static FileCheckResult Check(DataLevel level, string[] attributes, string? sheet, string[] rows) =>
        ReleaseGate.Check(new ApprovedData(level, attributes, SmallestGroup: 10), Today, Parts(sheet, rows));

    public static IEnumerable<FilePart> Parts(string? sheet, string[] rows) =>
        [new FilePart.Sheet(sheet), .. rows.Select((row, index) => new FilePart.Row(index + 1, row.Split('|')))];

    public static string[] Codes(this FileCheckResult result) => [.. result.Check.Findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal)];

    public static string[] Places(this FileCheckResult result, string code) =>
        [.. result.Check.Findings.Where(finding => finding.Code == code).Select(finding => finding.Where)];
}
