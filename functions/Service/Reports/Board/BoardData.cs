using System.Diagnostics;
using Core.Performance;
using Core.Requests;
using NodaTime;
using Service.Storage;

namespace Service.Reports.Board;

/// <summary>A request as the board sorts it.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Standing">How it stands to its deadlines: open, due soon or missed; null where it left the office.</param>
/// <param name="Course">When it came and left.</param>
/// <param name="DueOn">The day it is due where its clock runs; null where it waits for the requester or has no deadline.</param>
internal sealed record BoardRequest(RequestSummary Row, BoardPart? Standing, Course Course, LocalDate? DueOn);

/// <summary>
/// What the board counts, read once. Each number and the list behind it come from the same question, so that they cannot differ.
/// </summary>
internal sealed class BoardData
{
    /// <summary>How many weeks the board looks back.</summary>
    public const int WeeksBack = 12;

    private readonly Circumstances now;
    private readonly IReadOnlyList<Underway> underway;
    private readonly IReadOnlyList<Delivered> delivered;

    /// <param name="open">Every open request, delivered ones left out.</param>
    /// <param name="left">Every request delivered or ended within a year.</param>
    /// <param name="now">The time and the rules in force.</param>
    public BoardData(IReadOnlyList<RequestSummary> open, IReadOnlyList<RequestSummary> left, Circumstances now)
    {
        this.now = now;
        var soon = Soon.Until(now);
        Requests =
        [
            .. open.Select(row => new BoardRequest(
                row, StandingOf(row, now.Now, soon), new(Day(row.SubmittedAt), null, IsDelivered: false, Kept: false),
                row is { DueAt: { } due } && row.WaitingOn != WaitingOn.Requester ? Day(due) : null)),
            .. left.Select(row => new BoardRequest(
                row, null, new(Day(row.SubmittedAt), Day(row.DeliveredAt ?? row.EndedAt!.Value), row.DeliveredAt is not null, PerformanceReport.IsKept(row)), null)),
        ];
        underway = [.. open.Select(row => PerformanceReport.UnderwayOf(row, now, soon))];
        delivered = [.. left.Where(row => row.DeliveredAt is not null).Select(row => PerformanceReport.DeliveredOf(row, now.Calendar))];
    }

    /// <summary>All of them, the open ones by deadline first.</summary>
    public IReadOnlyList<BoardRequest> Requests { get; }

    /// <summary>The last year's deliveries as one line; null where there were none.</summary>
    public PromptnessLine? LastYear => Promptness.Of(delivered);

    /// <summary>The last weeks, the oldest first.</summary>
    public IReadOnlyList<WeekLine> Weeks => Core.Performance.Weeks.Of([.. Requests.Select(one => one.Course)], now.Today, WeeksBack);

    /// <summary>The next business days.</summary>
    public IReadOnlyList<ForecastDay> Days => Forecast.Of(underway, delivered, now.Today, now.Calendar, PerformanceReport.DaysAhead);

    /// <summary>The requests a number counts, in their order.</summary>
    public IReadOnlyList<RequestSummary> Select(BoardSelection selection) => [.. Requests.Where(one => IsIn(one, selection)).Select(one => one.Row)];

    /// <summary>The number.</summary>
    public int Count(BoardSelection selection) => Requests.Count(one => IsIn(one, selection));

    private static bool IsIn(BoardRequest one, BoardSelection of) =>
        (of.Office is null || one.Row.Office == of.Office)
        && (of.Cause is null || one.Row.Status == of.Cause)
        && (of.Kind is null || one.Row.Kind == of.Kind)
        && of.Part switch
        {
            BoardPart.Open => one.Standing is not null,
            BoardPart.InTime or BoardPart.DueSoon or BoardPart.Missed => one.Standing == of.Part,
            BoardPart.DueOn => one.DueOn is not null && one.DueOn == of.Day,
            BoardPart.CameIn => Core.Performance.Weeks.Counts(one.Course, WeekPart.CameIn, of.Day!.Value),
            BoardPart.OnTime => Core.Performance.Weeks.Counts(one.Course, WeekPart.OnTime, of.Day!.Value),
            BoardPart.Late => Core.Performance.Weeks.Counts(one.Course, WeekPart.Late, of.Day!.Value),
            BoardPart.StillOpen => Core.Performance.Weeks.Counts(one.Course, WeekPart.Open, of.Day!.Value),
            _ => throw new UnreachableException(),
        };

    private static BoardPart StandingOf(RequestSummary row, Instant now, Instant soon) =>
        SlaReport.Missed(row, now).Any() ? BoardPart.Missed : row.DueAt >= now && row.DueAt <= soon ? BoardPart.DueSoon : BoardPart.InTime;

    private LocalDate Day(Instant at) => now.Calendar.DateOf(at);
}
