using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Core.Accountability;

/// <summary>
/// A school year, from July 1 to June 30: the period of the public report. Only whole years are published with numbers of students: whoever
/// could choose two periods that differ by a day would read that day's students from the difference.
/// </summary>
/// <param name="First">The year it begins in.</param>
public sealed record ReportYear(int First)
{
    private const int FirstMonth = 7;
    private const int Earliest = 2000, Latest = 2999;

    /// <summary>July 1.</summary>
    public LocalDate From => new(First, FirstMonth, 1);

    /// <summary>June 30.</summary>
    public LocalDate To => From.PlusYears(1).PlusDays(-1);

    /// <summary>"2025-26".</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{First:0000}-{(First + 1) % 100:00}");

    /// <summary>The day on which it is published, as things were known before that day.</summary>
    /// <param name="daysAfter">Calendar days after its end, for decisions and numbers that come late.</param>
    public LocalDate PublishedOn(int daysAfter) => To.PlusDays(1 + daysAfter);

    /// <summary>The school year of a day.</summary>
    public static ReportYear Of(LocalDate day) => new(day.Month >= FirstMonth ? day.Year : day.Year - 1);

    /// <summary>The year of a name; null where it is none.</summary>
    public static ReportYear? Read(string name) =>
        name.Length == 7 && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && first is >= Earliest and <= Latest && new ReportYear(first) is var year && year.Name == name
            ? year
            : null;

    /// <summary>"July 1, 2025 to June 30, 2026".</summary>
    public override string ToString() => $"{Long.Format(From)} to {Long.Format(To)}";

    private static readonly LocalDatePattern Long = LocalDatePattern.Create("MMMM d, yyyy", CultureInfo.GetCultureInfo("en-US"));
}
