using System.Globalization;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Service.Portal.Charts;

/// <summary>Makes a chart's plot. Its colours only name what <see cref="ChartPaint"/> paints: light and dark are the page's.</summary>
internal static class ChartDrawing
{
    private const string GroupAxis = "groups";
    private const string ValueAxis = "values";
    private const int LongestNarrowName = 20;
    private const int MostNarrowNames = 4;
    private const double TextSize = 13;
    private const double LetterWidth = 6.6;

    private static readonly MarkerType[] Markers = [MarkerType.Circle, MarkerType.Square, MarkerType.Triangle, MarkerType.Diamond, MarkerType.Star];

    /// <summary>The plot.</summary>
    /// <param name="isNarrow">For a telephone: bars lie, and names are short.</param>
    public static PlotModel Of(Chart chart, bool isNarrow)
    {
        var shape = isNarrow && chart.Shape == ChartShape.Columns ? ChartShape.Bars : chart.Shape;
        var model = new PlotModel
        {
            DefaultFontSize = TextSize, PlotAreaBorderThickness = new OxyThickness(0), Background = OxyColors.Undefined, Padding = new OxyThickness(4, 4, 12, 4),
        };
        var groups = Groups(chart, shape, isNarrow);
        if (shape == ChartShape.Bars)
        {
            // The library takes the page's letters for narrower than they are.
            model.PlotMargins = new OxyThickness((LetterWidth * groups.Labels.Select(name => name.Length).DefaultIfEmpty(0).Max()) + 12, double.NaN, double.NaN, double.NaN);
        }

        model.Axes.Add(groups);
        model.Axes.Add(Values(chart, shape));
        foreach (var (series, at) in chart.Series.Select((series, at) => (series, at)))
        {
            model.Series.Add(shape == ChartShape.Lines ? Line(chart, series, at) : Bars(chart, series));
        }

        if (shape != ChartShape.Lines && (chart.IsStacked || chart.Series.Count == 1))
        {
            Totals(chart, shape, model);
        }

        return model;
    }

    private static CategoryAxis Groups(Chart chart, ChartShape shape, bool isNarrow)
    {
        var lies = shape == ChartShape.Bars;
        var axis = new CategoryAxis
        {
            Key = GroupAxis, Position = lies ? AxisPosition.Left : AxisPosition.Bottom, GapWidth = 0.6, MajorTickSize = 0, TicklineColor = ChartPaint.Grid,
            // The first group is on top.
            StartPosition = lies ? 1 : 0, EndPosition = lies ? 0 : 1,
        };
        var every = isNarrow && !lies ? Math.Max(1, (int)Math.Ceiling((double)chart.Groups.Count / MostNarrowNames)) : 1;
        axis.Labels.AddRange(chart.Groups.Select((name, at) => at % every != 0 ? "" : isNarrow && name.Length > LongestNarrowName ? name[..(LongestNarrowName - 1)] + "…" : name));
        return axis;
    }

    private static LinearAxis Values(Chart chart, ChartShape shape)
    {
        var axis = new LinearAxis
        {
            Key = ValueAxis, Position = shape == ChartShape.Bars ? AxisPosition.Bottom : AxisPosition.Left, Minimum = 0, MinimumPadding = 0, MaximumPadding = 0.12,
            MinorTickSize = 0, MajorTickSize = 0, MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = ChartPaint.Grid, TicklineColor = ChartPaint.Grid,
            MinimumMajorStep = 1, StringFormat = "0",
        };
        if (chart.IsShare)
        {
            (axis.Maximum, axis.MajorStep, axis.MaximumPadding) = (108, 25, 0);
            axis.LabelFormatter = value => value > 100 ? "" : string.Create(CultureInfo.InvariantCulture, $"{value:0} %");
        }
        else if (chart.Series.All(series => series.Values.All(value => value is null or 0)))
        {
            axis.Maximum = 1;
        }

        return axis;
    }

    private static BarSeries Bars(Chart chart, ChartSeries series)
    {
        var bars = new BarSeries
        {
            IsStacked = chart.IsStacked, FillColor = ChartPaint.Of(series.Style), StrokeColor = ChartPaint.Outline, StrokeThickness = 1,
            XAxisKey = ValueAxis, YAxisKey = GroupAxis,
        };
        // A bar of nothing would still draw its outline.
        bars.Items.AddRange(series.Values.Select((value, at) => (value, at)).Where(one => one.value > 0).Select(one => new BarItem(Drawn(chart, one.value!.Value), one.at)));
        return bars;
    }

    private static LineSeries Line(Chart chart, ChartSeries series, int at)
    {
        var line = new LineSeries
        {
            Color = ChartPaint.Of(series.Style), StrokeThickness = 2.5, LineStyle = at % 2 == 0 ? LineStyle.Solid : LineStyle.Dash, MarkerType = Markers[at % Markers.Length],
            MarkerSize = 5, MarkerFill = ChartPaint.Of(series.Style), MarkerStroke = ChartPaint.Outline, MarkerStrokeThickness = 1, XAxisKey = GroupAxis, YAxisKey = ValueAxis,
        };
        line.Points.AddRange(series.Values.Select((value, index) => new DataPoint(index, value is { } known ? Drawn(chart, known) : double.NaN)));
        return line;
    }

    private static void Totals(Chart chart, ChartShape shape, PlotModel model)
    {
        for (var at = 0; at < chart.Groups.Count; at++)
        {
            var total = chart.Series.Sum(series => series.Values[at] ?? 0);
            if (total > 0)
            {
                model.Annotations.Add(new TextAnnotation
                {
                    Text = string.Create(CultureInfo.InvariantCulture, $"{Drawn(chart, total):0.#}{(chart.IsShare ? " %" : "")}"),
                    TextPosition = new DataPoint(Drawn(chart, total), at), Stroke = OxyColors.Transparent, StrokeThickness = 0, XAxisKey = ValueAxis, YAxisKey = GroupAxis,
                    TextHorizontalAlignment = shape == ChartShape.Bars ? HorizontalAlignment.Left : HorizontalAlignment.Center,
                    TextVerticalAlignment = shape == ChartShape.Bars ? VerticalAlignment.Middle : VerticalAlignment.Bottom,
                    // Away from the bar's end, whichever way it points.
                    Offset = new ScreenVector(5, 0),
                });
            }
        }
    }

    private static double Drawn(Chart chart, double value) => chart.IsShare ? value * 100 : value;
}
