using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Core.Performance;
using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace Service.Storage;

/// <summary>
/// A row of the queue's table. Open requests sort by deadline, those without one last; ended ones by ending, newest first. So a page is
/// the range after the last row seen, and the server does the filtering.
/// </summary>
internal static class QueueRow
{
    private const string Open = "open";
    private const string Ended = "ended";

    // 19 digits hold every instant; the letter keeps rows without a deadline behind the others.
    private const string NoDeadline = "none_______________";

    /// <summary>Partition and row key of a request's row, as one text.</summary>
    public static string KeyOf(RequestSummary summary) => summary.EndedAt is { } ended
        ? $"{Ended}/{Digits(long.MaxValue - ended.ToUnixTimeTicks())}_{summary.Id}"
        : $"{Open}/{(summary.DueAt is { } due ? Digits(due.ToUnixTimeTicks()) : NoDeadline)}_{summary.Id}";

    public static (string Partition, string RowKey) Place(string key) =>
        key.Split('/', 2) is [var partition, var rowKey] ? (partition, rowKey) : throw new FormatException($"{key} is not a key of the queue.");

    public static string Filter(QueueFilter filter, string? after)
    {
        var partition = filter.Status is { } asked && IsEnding(asked) ? Ended : Open;
        var parts = new List<string> { TableClient.CreateQueryFilter($"PartitionKey eq {partition}") };
        if (after is not null)
        {
            parts.Add(TableClient.CreateQueryFilter($"RowKey gt {after}"));
        }

        if (filter.DueBefore is { } before && partition == Open)
        {
            parts.Add(TableClient.CreateQueryFilter($"RowKey lt {Digits(before.ToUnixTimeTicks())}"));
        }

        if (filter.Status is { } status)
        {
            parts.Add(TableClient.CreateQueryFilter($"Status eq {status.ToString()}"));
        }

        if (filter.Office is { } office)
        {
            parts.Add(TableClient.CreateQueryFilter($"Office eq {office.ToString()}"));
        }

        if (filter.Assignee is { } assignee)
        {
            parts.Add(TableClient.CreateQueryFilter($"Assignee eq {assignee}"));
        }

        return string.Join(" and ", parts);
    }

    public static IEnumerable<string> FinishedSince(Instant since) =>
    [
        TableClient.CreateQueryFilter(
            $"PartitionKey eq {Open} and Status eq {nameof(RequestStatus.Delivered)} and DeliveredAt ge {since.ToUnixTimeTicks()}"),
        TableClient.CreateQueryFilter($"PartitionKey eq {Ended} and RowKey lt {Digits(long.MaxValue - since.ToUnixTimeTicks() + 1)}"),
    ];

    public static string Continuation(string rowKey) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(rowKey));

    /// <summary>The row key in a continuation; null where it is not one.</summary>
    public static string? ReadContinuation(string text)
    {
        try
        {
            var rowKey = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text));
            return rowKey.Length is > 20 and < 64 && rowKey[19] == '_' && rowKey.All(char.IsAscii) ? rowKey : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static TableEntity Of(RequestSummary summary)
    {
        var (partition, rowKey) = Place(KeyOf(summary));
        return new(partition, rowKey)
        {
            ["Id"] = summary.Id,
            ["Status"] = summary.Status.ToString(),
            ["Version"] = summary.Version,
            ["Office"] = summary.Office.ToString(),
            ["Kind"] = summary.Kind.ToString(),
            ["Level"] = summary.Level.ToString(),
            ["RequesterName"] = summary.RequesterName,
            ["Organization"] = summary.Organization,
            ["Assignee"] = summary.Assignee,
            ["WaitingOn"] = summary.WaitingOn?.ToString(),
            ["SubmittedAt"] = summary.SubmittedAt.ToUnixTimeTicks(),
            ["DueAt"] = summary.DueAt?.ToUnixTimeTicks(),
            ["OriginalDueAt"] = summary.OriginalDueAt?.ToUnixTimeTicks(),
            ["DaysCounted"] = summary.DaysCounted,
            ["DaysAllowed"] = summary.DaysAllowed,
            ["LastDueAt"] = summary.LastDueAt?.ToUnixTimeTicks(),
            ["WaitedAnswer"] = summary.Waited.Answer,
            ["WaitedFeeDecision"] = summary.Waited.FeeDecision,
            ["WaitedDocuments"] = summary.Waited.Documents,
            ["WaitedAgreement"] = summary.Waited.Agreement,
            ["WaitedOther"] = summary.Waited.Other,
            ["OutreachBreached"] = summary.OutreachBreached,
            ["FulfilmentBreachedAt"] = summary.FulfilmentBreachedAt?.ToUnixTimeTicks(),
            ["DeliveredAt"] = summary.DeliveredAt?.ToUnixTimeTicks(),
            ["EndedAt"] = summary.EndedAt?.ToUnixTimeTicks(),
            ["Expedited"] = summary.Expedited,
            ["ForLawEnforcement"] = summary.ForLawEnforcement,
        };
    }

    public static RequestSummary Read(TableEntity row) => new()
    {
        Id = row.GetString("Id"),
        Status = Enum.Parse<RequestStatus>(row.GetString("Status")),
        Version = row.GetInt32("Version")!.Value,
        Office = Enum.Parse<Office>(row.GetString("Office")),
        Kind = Enum.Parse<RequesterKind>(row.GetString("Kind")),
        Level = Enum.Parse<DataLevel>(row.GetString("Level")),
        RequesterName = row.GetString("RequesterName"),
        Organization = row.GetString("Organization"),
        Assignee = row.GetString("Assignee"),
        WaitingOn = row.GetString("WaitingOn") is { } turn ? Enum.Parse<WaitingOn>(turn) : null,
        SubmittedAt = At(row, "SubmittedAt")!.Value,
        DueAt = At(row, "DueAt"),
        OriginalDueAt = At(row, "OriginalDueAt"),
        DaysCounted = row.GetInt32("DaysCounted") ?? 0,
        DaysAllowed = row.GetInt32("DaysAllowed") ?? 0,
        LastDueAt = At(row, "LastDueAt") ?? At(row, "DueAt"),
        Waited = new(Days(row, "Answer"), Days(row, "FeeDecision"), Days(row, "Documents"), Days(row, "Agreement"), Days(row, "Other")),
        OutreachBreached = row.GetBoolean("OutreachBreached") ?? false,
        FulfilmentBreachedAt = At(row, "FulfilmentBreachedAt"),
        DeliveredAt = At(row, "DeliveredAt"),
        EndedAt = At(row, "EndedAt"),
        Expedited = row.GetBoolean("Expedited") ?? false,
        // Rows written before told legal process alone.
        ForLawEnforcement = row.GetBoolean("ForLawEnforcement") ?? row.GetBoolean("LegalProcess") ?? false,
    };

    private static bool IsEnding(RequestStatus status) => status < RequestStatus.Delivered;

    private static Instant? At(TableEntity row, string name) => row.GetInt64(name) is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null;

    private static int Days(TableEntity row, string cause) => row.GetInt32($"Waited{cause}") ?? 0;

    private static string Digits(long ticks) => Math.Max(ticks, 0).ToString("D19", CultureInfo.InvariantCulture);
}
