using System.Xml.Linq;
using OxyPlot;

namespace Service.Portal.Charts;

/// <summary>A chart as SVG that stands in the page itself: it needs no script and no second request.</summary>
internal static class ChartImage
{
    private const double WideWidth = 720;
    private const double NarrowWidth = 330;
    private const double Standing = 280;

    /// <summary>The image.</summary>
    /// <param name="id">Unique in its page.</param>
    public static string Svg(Chart chart, string id, bool isNarrow)
    {
        var lies = chart.Shape == ChartShape.Bars || (isNarrow && chart.Shape == ChartShape.Columns);
        var each = chart.IsStacked ? 32 : 18 + (16 * chart.Series.Count);
        var (width, height) = (isNarrow ? NarrowWidth : WideWidth, lies ? 46 + (each * Math.Max(1, chart.Groups.Count)) : Standing);
        var drawn = new SvgExporter { Width = width, Height = height, IsDocument = false }.ExportToString(ChartDrawing.Of(chart, isNarrow));
        return ChartPaint.Paint(drawn, id, chart.Title, chart.Says, width, height, isPatterned: chart.Shape != ChartShape.Lines).ToString(SaveOptions.DisableFormatting);
    }
}
