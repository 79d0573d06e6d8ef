using Service.Portal.Administrator.Reports;

namespace Service.Portal.Administrator.Board;

/// <summary>The SLA board.</summary>
/// <param name="Figures">The numbers at the top.</param>
/// <param name="Sheets">Its tables with their charts.</param>
/// <param name="Missed">What was missed, most overdue first.</param>
/// <param name="MissedInAll">How many were missed in all.</param>
public sealed record BoardView(
    IReadOnlyList<BoardFigure> Figures, IReadOnlyList<Sheet> Sheets, IReadOnlyList<BreachLine> Missed, int MissedInAll);

/// <summary>One number at the top.</summary>
/// <param name="Figure">The number.</param>
/// <param name="Says">What it counts.</param>
/// <param name="Href">The requests, or the report, behind it.</param>
/// <param name="Sign">The sign beside it; null for none.</param>
public sealed record BoardFigure(string Figure, string Says, string Href, string? Sign = null);
