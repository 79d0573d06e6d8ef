using System.Globalization;
using Azure.Data.Tables;
using Core.Disclosure;
using NodaTime;
using NodaTime.Text;

namespace Service.Disclosures;

/// <summary>An entry as a row. Its key follows from what it records, so that writing it twice leaves one row.</summary>
internal static class LedgerRow
{
    /// <summary>A property of a row holds 32,768 characters.</summary>
    private const int LongestText = 30_000;

    public static TableEntity Of(LedgerEntry entry, string partition, string? encryptedId) => new(partition, Key(entry))
    {
        ["studentId"] = encryptedId,
        ["kind"] = entry.Kind.ToString(),
        ["at"] = InstantPattern.ExtendedIso.Format(entry.At),
        ["requestId"] = entry.RequestId,
        ["reference"] = entry.Reference,
        ["receiver"] = Cut(entry.Receiver),
        ["organization"] = entry.Organization is null ? null : Cut(entry.Organization),
        ["legitimateInterest"] = Cut(entry.LegitimateInterest),
        ["ground"] = Cut(entry.Ground),
        ["what"] = Cut(entry.What),
    };

    public static LedgerEntry Read(TableEntity row, Func<string, string> decrypt) => new()
    {
        StudentId = row.GetString("studentId") is { } encrypted ? decrypt(encrypted) : null,
        Kind = Enum.Parse<LedgerKind>(row.GetString("kind")),
        At = InstantPattern.ExtendedIso.Parse(row.GetString("at")).Value,
        RequestId = row.GetString("requestId"),
        Reference = row.GetString("reference"),
        Receiver = row.GetString("receiver"),
        Organization = row.GetString("organization"),
        LegitimateInterest = row.GetString("legitimateInterest"),
        Ground = row.GetString("ground"),
        What = row.GetString("what"),
    };

    /// <summary>A time as the beginning of a key: ticks since 1970, so that keys sort by time.</summary>
    public static string Time(Instant at) => at.ToUnixTimeTicks().ToString("D19", CultureInfo.InvariantCulture);

    // Disclosures of two files at the same moment are two entries; keys may not hold / \ # ?, which escaping takes out.
    private static string Key(LedgerEntry entry) =>
        $"{Time(entry.At)}-{Uri.EscapeDataString(entry.RequestId)}-{entry.Kind}-{Uri.EscapeDataString(entry.Reference)}".Replace('%', '_');

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
