using Core.Calendar;
using Core.Performance;
using Core.Requests;
using NodaTime;
using Service.Desk;
using Service.Storage;

namespace Service.Reports;

/// <summary>How promptly the office delivers, who has how much in hand, and what the next days bring: from the queue's rows alone.</summary>
internal sealed class PerformanceReport(OpenRequests requests, CurrentCircumstances current)
{
    /// <summary>How far the forecast looks.</summary>
    public const int DaysAhead = 10;

    /// <summary>Deliveries of a span of days, both included, grouped.</summary>
    public async Task<IReadOnlyList<PromptnessLine>> PromptnessAsync(Grouping by, LocalDate from, LocalDate to, CancellationToken cancel) =>
        Promptness.By(by, await DeliveredAsync(from, to, await current.NowAsync(cancel), cancel));

    /// <summary>Who has how much in hand, with the deliveries of a span of days.</summary>
    public async Task<IReadOnlyList<WorkloadLine>> WorkloadAsync(LocalDate from, LocalDate to, CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        return Workload.Of(await UnderwayAsync(circumstances, cancel), await DeliveredAsync(from, to, circumstances, cancel));
    }

    /// <summary>Which deadlines of the next business days are likely to be missed.</summary>
    public async Task<IReadOnlyList<ForecastDay>> ForecastAsync(CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        var today = circumstances.Today;
        return Forecast.Of(
            await UnderwayAsync(circumstances, cancel), await DeliveredAsync(today.PlusDays(-365), today, circumstances, cancel), today,
            circumstances.Calendar, DaysAhead);
    }

    /// <summary>The last twelve months, today included.</summary>
    public async Task<(LocalDate From, LocalDate To)> LastYearAsync(CancellationToken cancel)
    {
        var today = (await current.NowAsync(cancel)).Today;
        return (today.PlusYears(-1).PlusDays(1), today);
    }

    private async Task<List<Delivered>> DeliveredAsync(LocalDate from, LocalDate to, Circumstances circumstances, CancellationToken cancel)
    {
        var calendar = circumstances.Calendar;
        var found = new Dictionary<string, Delivered>(StringComparer.Ordinal);
        await foreach (var one in requests.FinishedSinceAsync(from.AtStartOfDayInZone(calendar.Zone).ToInstant(), cancel))
        {
            if (one.DeliveredAt is { } at && calendar.DateOf(at) is var on && on >= from && on <= to)
            {
                // A request that ended while this was read may be met twice.
                found[one.Id] = DeliveredOf(one, calendar);
            }
        }

        return [.. found.Values];
    }

    private async Task<List<Underway>> UnderwayAsync(Circumstances circumstances, CancellationToken cancel)
    {
        var soon = Soon.Until(circumstances);
        var found = new List<Underway>();
        await foreach (var one in requests.AllOpenAsync(cancel))
        {
            if (one.DeliveredAt is null)
            {
                found.Add(UnderwayOf(one, circumstances, soon));
            }
        }

        return found;
    }

    /// <summary>It was delivered by its deadline, extensions included.</summary>
    internal static bool IsKept(RequestSummary one) => one.DeliveredAt is { } at && (one.LastDueAt is not { } due || at <= due);

    /// <summary>A row of a delivered request, for reports.</summary>
    internal static Delivered DeliveredOf(RequestSummary one, BusinessCalendar calendar) => new(
        one.Id, one.Office, one.Kind, one.Level, one.Assignee, calendar.DateOf(one.SubmittedAt), calendar.DateOf(one.DeliveredAt!.Value), one.DaysCounted,
        KeptOriginal: one.OriginalDueAt is not { } original || one.DeliveredAt <= original, IsKept(one), one.Waited);

    /// <summary>A row of an open request, for reports.</summary>
    internal static Underway UnderwayOf(RequestSummary one, Circumstances circumstances, Instant soon)
    {
        var calendar = circumstances.Calendar;
        var dueOn = one.DueAt is { } due ? calendar.DateOf(due) : (LocalDate?)null;
        // The row was written when something last happened; while the clock ran, days went on being counted.
        var counted = dueOn is { } day && one.WaitingOn != WaitingOn.Requester
            ? Math.Max(one.DaysCounted, one.DaysAllowed - calendar.CountBetween(circumstances.Today, day))
            : one.DaysCounted;
        return new(
            one.Id, one.Office, one.Kind, one.Level, one.Assignee, calendar.DateOf(one.SubmittedAt), dueOn, counted, one.DaysAllowed,
            one.WaitingOn == WaitingOn.Requester, IsDueSoon: one.DueAt >= circumstances.Now && one.DueAt <= soon,
            IsLate: SlaReport.Missed(one, circumstances.Now).Any());
    }
}
