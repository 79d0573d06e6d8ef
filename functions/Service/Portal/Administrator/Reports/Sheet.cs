namespace Service.Portal.Administrator.Reports;

/// <summary>One report as a page: a table, a chart of the same figures, and the same rows as files.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Lead">What it shows and how it is counted, in a sentence or two.</param>
/// <param name="Address">Its address, with the choices made; files come from there too.</param>
/// <param name="Columns">Its columns; the first names the row.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="WhenEmpty">What is said where there are none.</param>
/// <param name="Chart">How it is drawn; null where a chart would say nothing.</param>
public sealed record Sheet(
    string Title, string Lead, string Address, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<SheetCell>> Rows, string WhenEmpty,
    SheetChart? Chart = null)
{
    /// <summary>The choices of its form: a name, a label, the values and the chosen one; dates have no values.</summary>
    public IReadOnlyList<SheetChoice> Choices { get; init; } = [];

    /// <summary>Further charts of the same table.</summary>
    public IReadOnlyList<SheetChart> AlsoCharts { get; init; } = [];

    /// <summary>The address of the same rows as a file.</summary>
    public string File(string format) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format={format}";
}

/// <summary>A column.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">Its cells are numbers.</param>
public sealed record SheetColumn(string Name, bool IsNumber = true);

/// <summary>A cell.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Value">As a number, for the chart.</param>
/// <param name="Href">Where it leads.</param>
public sealed record SheetCell(string Text, double? Value = null, string? Href = null);

/// <summary>A chart of the table.</summary>
/// <param name="Kind">"bar"; "column", whose bars stand where there is room, for what goes on in time; or "line".</param>
/// <param name="Columns">The columns that are drawn, from 0.</param>
/// <param name="Says">What it shows, for those who cannot see it.</param>
/// <param name="IsShare">The values are shares and are drawn from 0 to 100 %.</param>
/// <param name="IsStacked">The values of a row add up.</param>
public sealed record SheetChart(string Kind, IReadOnlyList<int> Columns, string Says, bool IsShare = false, bool IsStacked = false)
{
    /// <summary>How each column is drawn: the numbers of the colours and patterns that <see cref="Charts.ChartPaint"/> knows.</summary>
    public IReadOnlyList<int> Styles { get; init; } = [.. Enumerable.Range(1, Columns.Count)];
}

/// <summary>A choice above the table.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Label">Its label.</param>
/// <param name="Chosen">What is chosen.</param>
/// <param name="Values">What can be chosen; none for a date.</param>
public sealed record SheetChoice(string Name, string Label, string Chosen, IReadOnlyList<(string Value, string Text)> Values);
