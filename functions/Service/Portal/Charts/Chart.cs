namespace Service.Portal.Charts;

/// <summary>What is drawn.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Says">What it shows, with its figures, for those who cannot see it.</param>
/// <param name="Shape">How.</param>
/// <param name="Groups">The names along its axis.</param>
/// <param name="Series">What is drawn for each of them.</param>
/// <param name="IsStacked">The values of a group add up.</param>
/// <param name="IsShare">The values are shares and are drawn from 0 to 100 %.</param>
public sealed record Chart(
    string Title, string Says, ChartShape Shape, IReadOnlyList<string> Groups, IReadOnlyList<ChartSeries> Series, bool IsStacked, bool IsShare);

/// <summary>One row of values.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Style">The number of its colour and pattern.</param>
/// <param name="Values">One a group; null where there is none.</param>
public sealed record ChartSeries(string Name, int Style, IReadOnlyList<double?> Values);

/// <summary>How a chart is drawn.</summary>
public enum ChartShape
{
    /// <summary>Bars that lie.</summary>
    Bars,
    /// <summary>Bars that stand.</summary>
    Columns,
    /// <summary>Lines with marks.</summary>
    Lines,
}
