namespace Core.Disclosure;

/// <summary>One student under one spelling of their ID.</summary>
public static class StudentKey
{
    /// <summary>The ID without what programs add or lose: blanks, letter case, leading zeros of a number (spreadsheets drop them).</summary>
    public static string Of(string studentId)
    {
        var plain = studentId.Trim().ToUpperInvariant();
        if (plain.EndsWith(".0", StringComparison.Ordinal))
            plain = plain[..^2];
        var number = plain.TrimStart('0');
        return number.Length > 0 && number.All(char.IsAsciiDigit) ? number : plain;
    }
}
