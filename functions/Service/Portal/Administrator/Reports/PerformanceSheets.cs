using System.Diagnostics;
using System.Globalization;
using Core.Performance;
using Core.Routing;
using NodaTime;
using NodaTime.Text;
using Service.Portal.Layout;

namespace Service.Portal.Administrator.Reports;

/// <summary>Promptness, workload and forecast as pages.</summary>
internal static class PerformanceSheets
{
    private const string Base = "/admin/reports";
    private static readonly LocalDatePattern BriefDay = LocalDatePattern.Create("ddd, MMM d", CultureInfo.GetCultureInfo("en-US"));

    public static Sheet Promptness(Grouping by, LocalDate from, LocalDate to, IReadOnlyList<PromptnessLine> lines) => new(
        "Deadlines kept", "Deliveries by their deadline, first as it was and then with its extensions; business days counted; and the business days a delivery waited on average.",
        $"{Base}/promptness?by={by}&from={Iso(from)}&to={Iso(to)}",
        [
            new(Words(by), false), new("Delivered"), new("On time, first deadline"), new("On time, extended"), new("Median days"), new("90th percentile"),
            new("Waited: answer"), new("Waited: fee"), new("Waited: documents"), new("Waited: agreement"), new("Waited: other"),
        ],
        [
            .. lines.Select(line => (IReadOnlyList<SheetCell>)
            [
                new(Name(by, line.Group)), Number(line.Delivered), Share(line.OnTimeOriginalRate), Share(line.OnTimeRate), Number(line.MedianBusinessDays),
                Number(line.Percentile90BusinessDays), Number(line.WaitedForAnswer), Number(line.WaitedForFeeDecision), Number(line.WaitedForDocuments),
                Number(line.WaitedForAgreement), Number(line.WaitedForOther),
            ]),
        ],
        "Nothing was delivered in this time. Choose a longer one.",
        new(by == Grouping.Month ? "line" : "bar", [2, 3], "Share of deliveries on time.", IsShare: true))
    {
        Choices = [new("by", "By", by.ToString(), [.. Enum.GetValues<Grouping>().Select(one => (one.ToString(), Words(one)))]), .. Span(from, to)],
    };

    public static Sheet Workload(LocalDate from, LocalDate to, IReadOnlyList<WorkloadLine> lines) => new(
        "Workload", "What each analyst has in hand now, and what left in the time chosen.", $"{Base}/workload?from={Iso(from)}&to={Iso(to)}",
        [
            new("Analyst", false), new("Open"), new("Our turn"), new("Waits for requester"), new("Due soon"), new("Late"), new("Delivered"), new("Median days"),
        ],
        [
            .. lines.Select(line => (IReadOnlyList<SheetCell>)
            [
                new(line.Analyst ?? "Nobody yet", Href: line.Analyst is { } name ? $"/staff?assignee={Uri.EscapeDataString(name)}" : "/staff?status=Submitted"),
                Number(line.Open), Number(line.WaitingForOffice), Number(line.WaitingForRequester), Number(line.DueSoon), Number(line.Late), Number(line.Delivered),
                line.MedianBusinessDays is { } median ? Number(median) : new("–"),
            ]),
        ],
        "Nobody has anything in hand, and nothing was delivered in this time.",
        new("bar", [2, 3], "Open requests of each analyst.", IsStacked: true)) { Choices = [.. Span(from, to)] };

    public static Sheet Forecast(IReadOnlyList<ForecastDay> days) => new(
        "The next ten business days",
        "Deadlines to come, and how many are likely to be missed if we work as in the last year: for a request on its 9th day of 15, the share of past deliveries that took "
            + $"9 days or more and then more than 15. Fewer than {Core.Performance.Forecast.Enough} such deliveries say nothing. What waits for a requester is not counted: its deadline moves.",
        $"{Base}/forecast",
        [new("Day", false), new("Due"), new("Likely missed"), new("Requests", false)],
        [
            .. days.Select(day => (IReadOnlyList<SheetCell>)
            [
                new(BriefDay.Format(day.Day)), Number(day.Due), day.Expected is { } expected ? Number(expected) : new("Not known yet"),
                new(string.Join(", ", day.Requests.Select(one => one.Risk is { } risk ? $"{one.Id} ({risk.ToString("0%", CultureInfo.InvariantCulture)})" : one.Id))),
            ]),
        ],
        "No business day lies ahead.", new("bar", [1, 2], "Deadlines of the next ten business days, and how many of them are likely to be missed."));

    private static SheetChoice[] Span(LocalDate from, LocalDate to) => [new("from", "From", Iso(from), []), new("to", "To", Iso(to), [])];

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
    private static SheetCell Number(double value) => new(value.ToString("0.##", CultureInfo.InvariantCulture), value);
    private static SheetCell Share(double share) => new(share.ToString("0%", CultureInfo.InvariantCulture), share);

    private static string Words(Grouping by) => by switch
    {
        Grouping.Office => "Office",
        Grouping.Kind => "Who asked",
        Grouping.Level => "Kind of data",
        Grouping.Month => "Month of delivery",
        _ => throw new UnreachableException(),
    };

    private static string Name(Grouping by, string group) => by switch
    {
        Grouping.Office => Layout.Words.Of(Enum.Parse<Office>(group)),
        Grouping.Kind => Layout.Words.Of(Enum.Parse<RequesterKind>(group)),
        Grouping.Level => Layout.Words.Of(Enum.Parse<DataLevel>(group)),
        Grouping.Month => group,
        _ => throw new UnreachableException(),
    };
}
