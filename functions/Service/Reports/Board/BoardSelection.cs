using Core.Requests;
using Core.Routing;
using NodaTime;
using NodaTime.Text;
using Service.Api.Bodies;

namespace Service.Reports.Board;

/// <summary>Which requests a number of the board counts.</summary>
public enum BoardPart
{
    /// <summary>Open and not delivered.</summary>
    Open,
    /// <summary>Of these, those that nothing presses.</summary>
    InTime,
    /// <summary>Of these, those in the warned part of their days, with nothing missed.</summary>
    DueSoon,
    /// <summary>Of these, those past a deadline: to reach out or to fulfil.</summary>
    Missed,
    /// <summary>Due on a day, and not waiting for the requester.</summary>
    DueOn,
    /// <summary>Came in during a week.</summary>
    CameIn,
    /// <summary>Delivered during a week, by the deadline.</summary>
    OnTime,
    /// <summary>Delivered during a week, past the deadline.</summary>
    Late,
    /// <summary>Open at the end of a week.</summary>
    StillOpen,
}

/// <summary>The requests behind one number.</summary>
/// <param name="Part">Which.</param>
/// <param name="Office">Of this office only.</param>
/// <param name="Cause">That wait for this only: the status says what for.</param>
/// <param name="Kind">Of this kind of requester only.</param>
/// <param name="Day">The day they are due on; the Monday of the week.</param>
public sealed record BoardSelection(BoardPart Part, Office? Office = null, RequestStatus? Cause = null, RequesterKind? Kind = null, LocalDate? Day = null)
{
    /// <summary>The part is about a day or a week.</summary>
    public bool NeedsDay => Part >= BoardPart.DueOn;

    /// <summary>Where the list is.</summary>
    public string Address => "/admin/sla/requests?" + string.Join('&', new[]
    {
        ("part", Part.ToString()), ("office", Office?.ToString()), ("cause", Cause?.ToString()), ("kind", Kind?.ToString()),
        ("day", Day is { } day ? LocalDatePattern.Iso.Format(day) : null),
    }.Where(pair => pair.Item2 is not null).Select(pair => $"{pair.Item1}={pair.Item2}"));

    /// <summary>Reads what <see cref="Address"/> wrote; what is wrong is among the query's errors.</summary>
    internal static BoardSelection Read(QueryValues query)
    {
        var selection = new BoardSelection(
            query.Choice<BoardPart>("part") ?? BoardPart.Open, query.Choice<Office>("office"), query.Choice<RequestStatus>("cause"),
            query.Choice<RequesterKind>("kind"), query.Date("day"));
        if (selection is { NeedsDay: true, Day: null } && query.Errors.None)
        {
            query.Errors.Add("day", "Give the day, or the Monday of the week, such as 2026-03-02.");
        }

        return selection;
    }
}
