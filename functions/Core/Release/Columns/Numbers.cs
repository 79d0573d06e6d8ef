using System.Globalization;
using System.Runtime.InteropServices;

namespace Core.Release.Columns;

/// <summary>Numbers as reports write them.</summary>
internal static class Numbers
{
    /// <param name="IsWhole">A whole number that is no percentage.</param>
    /// <param name="Whole">Its value; 0 where it is not whole.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Reading(bool IsWhole, long Whole);

    /// <summary>Reads "7", "1,204", "7.0", "n=7", "7 (12.5%)" as whole numbers, "12.5", "12%" as others, anything else as null.</summary>
    public static Reading? Read(ReadOnlySpan<char> text)
    {
        if (text.Length > 40)
            return null;
        if (text.StartsWith("n", StringComparison.OrdinalIgnoreCase) && text.IndexOf('=') is > 0 and var equals && text[1..equals].IsWhiteSpace())
            text = text[(equals + 1)..].Trim();
        var bracket = text.IndexOf('(');
        if (bracket > 0 && text[^1] == ')' && text[bracket..].Contains('%'))
            text = text[..bracket].TrimEnd();
        if (text.Length > 0 && text[^1] == '%')
            return double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? new(false, 0) : null;
        if (!double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return null;
        return value == Math.Floor(value) && Math.Abs(value) < 1e15 ? new(true, (long)value) : new(false, 0);
    }

    /// <summary>The value of up to five ASCII digits.</summary>
    public static long Whole(ReadOnlySpan<char> digits)
    {
        long value = 0;
        foreach (var digit in digits)
            value = (value * 10) + (digit - '0');
        return value;
    }
}
