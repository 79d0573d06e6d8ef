using System.Collections.Concurrent;
using Core.Accountability;
using Core.Requests;
using NodaTime;
using Service.Desk;

namespace Service.Reports;

/// <summary>The public report of a school year.</summary>
/// <param name="Year">The year.</param>
/// <param name="PublishedOn">The day from which it is complete and never changes.</param>
/// <param name="IsSoFar">It is not: it has no numbers of students yet.</param>
/// <param name="Report">The report.</param>
public sealed record YearReport(ReportYear Year, LocalDate PublishedOn, bool IsSoFar, AccountabilityReport Report);

/// <summary>
/// What law enforcement asked for and got, as tables: for anybody a school year at a time, for the office any period. The public address takes no
/// sign-in, so that a year is worked out once in a while and not at every call.
/// </summary>
internal sealed class AccountabilityReports(LawEnforcementReport requests, CurrentCircumstances current, TimeProvider time)
{
    /// <summary>How many years back can be read.</summary>
    public const int YearsBack = 10;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<ReportYear, (long At, LocalDate Day, Task<YearReport> Report)> kept = new();
    private readonly Lock gate = new();

    /// <summary>The years that can be read, the current one first.</summary>
    public async Task<IReadOnlyList<ReportYear>> YearsAsync(CancellationToken cancel)
    {
        var first = ReportYear.Of((await current.NowAsync(cancel)).Today).First;
        return [.. Enumerable.Range(0, YearsBack).Select(back => new ReportYear(first - back))];
    }

    /// <summary>The public report of a year; null where it cannot be read.</summary>
    public async Task<YearReport?> PublicAsync(ReportYear year, CancellationToken cancel)
    {
        if (!(await YearsAsync(cancel)).Contains(year))
        {
            return null;
        }

        var now = await current.NowAsync(cancel);
        Task<YearReport> report;
        lock (gate)
        {
            var isFresh = kept.TryGetValue(year, out var known) && known.Day == now.Today && time.GetElapsedTime(known.At) < Fresh && !known.Report.IsFaulted;
            report = isFresh ? known.Report : Task.Run(() => MakeAsync(year, now), CancellationToken.None);
            if (!isFresh)
            {
                kept[year] = (time.GetTimestamp(), now.Today, report);
            }
        }

        return await report.WaitAsync(cancel);
    }

    /// <summary>The report of any days for the office, as things are known now.</summary>
    public async Task<AccountabilityReport> StaffAsync(LocalDate from, LocalDate to, CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        return Account.Of(await ReadAsync(from, now.Now + Duration.Epsilon, now, cancel), from, to, now.Today, now.Policy.SmallestGroup, Readers.Staff);
    }

    private async Task<YearReport> MakeAsync(ReportYear year, Circumstances now)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var published = year.PublishedOn(now.Policy.LawEnforcement.PublishAfterCalendarDays);
        var isSoFar = now.Today < published;
        var asOf = isSoFar ? now.Now + Duration.Epsilon : published.AtStartOfDayInZone(now.Calendar.Zone).ToInstant();
        var report = Account.Of(
            await ReadAsync(year.From, asOf, now, limit.Token), year.From, year.To, isSoFar ? now.Today : published.PlusDays(-1), now.Policy.SmallestGroup,
            isSoFar ? Readers.PublicSoFar : Readers.Public);
        return new(year, published, isSoFar, report);
    }

    private async Task<IReadOnlyList<ReportedRequest>> ReadAsync(LocalDate from, Instant asOf, Circumstances now, CancellationToken cancel)
    {
        var zone = now.Calendar.Zone;
        var states = await requests.OpenOrFinishedSinceAsync(from.AtStartOfDayInZone(zone).ToInstant(), cancel);
        return [.. states.Select(state => Reported.Of(state, asOf, zone)).OfType<ReportedRequest>()];
    }
}
