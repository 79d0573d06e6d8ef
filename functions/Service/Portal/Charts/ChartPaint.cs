using System.Globalization;
using System.Xml.Linq;
using OxyPlot;

namespace Service.Portal.Charts;

/// <summary>
/// Paints a plot with the page's own colours: what the library writes as styles becomes classes and patterns, so that light, dark and a
/// strict content policy hold. Each style has a pattern of its own besides its colour.
/// </summary>
internal static class ChartPaint
{
    /// <summary>How many styles there are.</summary>
    public const int Styles = 5;

    /// <summary>Names the lines of the grid.</summary>
    public static readonly OxyColor Grid = OxyColor.FromRgb(0, 1, 0);

    /// <summary>Names what goes around bars and marks.</summary>
    public static readonly OxyColor Outline = OxyColor.FromRgb(0, 2, 0);

    // Circle, square, triangle, diamond, and the star as a cross: the library's marks in their order.
    private static readonly string[] Marks = ["M7 8a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", "M7 3h10v10h-10z", "M12 2l6 11h-12z", "M12 2l6 6l-6 6l-6-6z", "M7 8h10M12 3v10"];

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Names a style, 1 to <see cref="Styles"/>.</summary>
    public static OxyColor Of(int style) => OxyColor.FromRgb((byte)style, 0, 1);

    /// <summary>The plot as an element of a page.</summary>
    /// <param name="id">Unique in its page.</param>
    /// <param name="title">Its name, for those who cannot see it.</param>
    /// <param name="says">What it shows.</param>
    /// <param name="isPatterned">Areas are patterned; marks on lines are told apart by their shapes and stay plain.</param>
    public static XElement Paint(string drawn, string id, string title, string says, double width, double height, bool isPatterned)
    {
        var root = XDocument.Parse(drawn).Root!;
        root.Descendants(Svg + "defs").Remove();
        foreach (var element in root.Descendants().ToList())
        {
            element.SetAttributeValue("clip-path", null);
            if (element.Name == Svg + "text")
            {
                foreach (var name in new[] { "font-family", "font-weight", "fill" })
                {
                    element.SetAttributeValue(name, null);
                }

                element.SetAttributeValue("class", "chart-text");
            }
            else if (element.Attribute("style") is { } style)
            {
                style.Remove();
                Style(element, style.Value, isPatterned ? id : null);
            }
        }

        // Frames that nothing would be seen of.
        root.Descendants().Where(element => (string?)element.Attribute("fill") == "none" && element.Attribute("class") is null).Remove();
        return new(Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width:0} {height:0}")),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{id}-title {id}-says"), new XAttribute("focusable", "false"),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), title), new XElement(Svg + "desc", new XAttribute("id", $"{id}-says"), says),
            new XElement(Svg + "defs", Enumerable.Range(1, Styles).Select(number => Pattern(number, id))), root.Elements());
    }

    /// <summary>A little line with its mark, beside its name.</summary>
    /// <param name="at">Which of the lines, from 0.</param>
    public static XElement LineSwatch(int style, int at) => new(Svg + "svg",
        new XAttribute("viewBox", "0 0 24 16"), new XAttribute("width", 24), new XAttribute("height", 16), new XAttribute("aria-hidden", "true"),
        new XAttribute("focusable", "false"),
        new XElement(Svg + "path", new XAttribute("d", "M0 8H24"), new XAttribute("stroke-width", 2.5), new XAttribute("class", $"chart-line-{style}"),
            at % 2 == 0 ? null : new XAttribute("stroke-dasharray", "8,3")),
        new XElement(Svg + "path", new XAttribute("d", Marks[at % Marks.Length]), new XAttribute("class", $"chart-fill-{style} chart-outline")));

    /// <summary>A little square in a style, beside its name.</summary>
    public static XElement Swatch(int style, string id) => new(Svg + "svg",
        new XAttribute("viewBox", "0 0 24 16"), new XAttribute("width", 24), new XAttribute("height", 16), new XAttribute("aria-hidden", "true"),
        new XAttribute("focusable", "false"), new XElement(Svg + "defs", Pattern(style, id)),
        new XElement(Svg + "rect", new XAttribute("x", 0.5), new XAttribute("y", 0.5), new XAttribute("width", 23), new XAttribute("height", 15),
            new XAttribute("fill", $"url(#{id}-style-{style})"), new XAttribute("class", "chart-outline")));

    private static void Style(XElement element, string style, string? id)
    {
        var classes = new List<string>();
        foreach (var (name, value) in style.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')).Select(pair => (pair[0].Trim(), pair[1].Trim())))
        {
            switch (name)
            {
                case "fill" when id is not null && Number(value) is { } number:
                    element.SetAttributeValue("fill", $"url(#{id}-style-{number})");
                    break;
                case "fill" when Number(value) is { } number:
                    classes.Add($"chart-fill-{number}");
                    break;
                case "fill":
                    element.SetAttributeValue("fill", "none");
                    break;
                case "stroke" when Number(value) is { } number:
                    classes.Add($"chart-line-{number}");
                    break;
                case "stroke" when value == Name(Grid):
                    classes.Add("chart-grid");
                    break;
                case "stroke" when value == Name(Outline):
                    classes.Add("chart-outline");
                    break;
                case "stroke-width" or "stroke-dasharray" or "stroke-linejoin":
                    element.SetAttributeValue(name, value);
                    break;
            }
        }

        element.SetAttributeValue("class", classes.Count == 0 ? null : string.Join(' ', classes));
    }

    private static int? Number(string colour) => Enumerable.Range(1, Styles).Where(number => colour == Name(Of(number))).Select(number => (int?)number).FirstOrDefault();

    private static string Name(OxyColor colour) => string.Create(CultureInfo.InvariantCulture, $"rgb({colour.R},{colour.G},{colour.B})");

    /// <summary>1 is plain, 2 dotted, 3 striped across, 4 striped down, 5 hatched.</summary>
    private static XElement Pattern(int style, string id)
    {
        var over = style switch
        {
            2 => new XElement(Svg + "circle", new XAttribute("cx", 4), new XAttribute("cy", 4), new XAttribute("r", 1.5), new XAttribute("class", "chart-over chart-over--dark")),
            3 => Stroke("M0 4H8"),
            4 => Stroke("M4 0V8"),
            5 => Stroke("M-2 2L2 -2M0 8L8 0M6 10L10 6"),
            _ => null,
        };
        return new(Svg + "pattern", new XAttribute("id", $"{id}-style-{style}"), new XAttribute("width", 8), new XAttribute("height", 8),
            new XAttribute("patternUnits", "userSpaceOnUse"),
            new XElement(Svg + "rect", new XAttribute("width", 8), new XAttribute("height", 8), new XAttribute("class", $"chart-fill-{style}")), over);

        static XElement Stroke(string path) => new(Svg + "path", new XAttribute("d", path), new XAttribute("class", "chart-over"));
    }
}
