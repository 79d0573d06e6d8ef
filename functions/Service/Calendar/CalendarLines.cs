namespace Service.Calendar;

/// <summary>One property of an iCalendar file, unfolded.</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="Name">Its name in capitals.</param>
/// <param name="Parameters">What stands between name and colon, such as "VALUE=DATE"; often empty.</param>
/// <param name="Value">What stands after the colon.</param>
internal sealed record CalendarLine(int Line, string Name, string Parameters, string Value);

/// <summary>Splits a file into its properties: long lines are folded, a continuation begins with a space or a tab (RFC 5545 3.1).</summary>
internal static class CalendarLines
{
    private const int LongestQuote = 40;

    public static List<CalendarLine> Of(string text, List<CalendarFileError> errors)
    {
        var lines = new List<CalendarLine>();
        foreach (var (number, content) in Unfold(text.TrimStart('\uFEFF')))
        {
            if (Parse(number, content) is { } line)
            {
                lines.Add(line);
            }
            else
            {
                errors.Add(new(number, $"\"{Quote(content)}\" is not a property: a name, a colon and a value are expected."));
                break;
            }
        }

        if (errors.Count == 0 && lines is not [{ Name: "BEGIN" } first, ..])
        {
            errors.Add(new(lines.Count == 0 ? 1 : lines[0].Line, "An iCalendar file begins with BEGIN:VCALENDAR."));
        }
        else if (errors.Count == 0 && !Is(lines[0], "VCALENDAR"))
        {
            errors.Add(new(lines[0].Line, "An iCalendar file begins with BEGIN:VCALENDAR."));
        }

        return lines;
    }

    /// <summary>The line opens or closes this component.</summary>
    public static bool Is(CalendarLine line, string component) => line.Value.Trim().Equals(component, StringComparison.OrdinalIgnoreCase);

    /// <summary>As much of a text as an error message can bear.</summary>
    public static string Quote(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    private static IEnumerable<(int Number, string Content)> Unfold(string text)
    {
        var content = new System.Text.StringBuilder();
        var (number, begun) = (0, 0);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (begun > 0 && line is [' ' or '\t', ..])
            {
                content.Append(line, 1, line.Length - 1);
                continue;
            }

            if (begun > 0)
            {
                yield return (begun, content.ToString());
                begun = 0;
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                begun = number;
                content.Clear().Append(line);
            }
        }

        if (begun > 0)
        {
            yield return (begun, content.ToString());
        }
    }

    private static CalendarLine? Parse(int number, string content)
    {
        var colon = Colon(content);
        if (colon < 1)
        {
            return null;
        }

        var head = content[..colon];
        var semicolon = head.IndexOf(';', StringComparison.Ordinal);
        var name = semicolon < 0 ? head : head[..semicolon];
        return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? new(number, name.ToUpperInvariant(), semicolon < 0 ? "" : head[(semicolon + 1)..], content[(colon + 1)..])
            : null;
    }

    // The first colon that no quoted parameter holds.
    private static int Colon(string content)
    {
        var quoted = false;
        for (var i = 0; i < content.Length; i++)
        {
            quoted ^= content[i] == '"';
            if (content[i] == ':' && !quoted)
            {
                return i;
            }
        }

        return -1;
    }
}
