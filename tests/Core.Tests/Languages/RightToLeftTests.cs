using Core.Languages;
using NodaTime;

namespace Core.Tests.Languages;

public sealed class RightToLeftTests
{
    private const char Start = '\u2068';
    private const char End = '\u2069';
    private static readonly Texts Arabic = Texts.All.Single(say => say.Tag == "ar");

    // CLDR cardinal rules for Arabic: 0, 1, 2, then by the last two digits 3 to 10, 11 to 99, and the hundreds with 1 and 2.
    [Theory]
    [InlineData(0, "0 \u064a\u0648\u0645")]
    [InlineData(1, "\u064a\u0648\u0645 \u0648\u0627\u062d\u062f")]
    [InlineData(2, "\u064a\u0648\u0645\u064a\u0646")]
    [InlineData(3, "3 \u0623\u064a\u0627\u0645")]
    [InlineData(10, "10 \u0623\u064a\u0627\u0645")]
    [InlineData(11, "11 \u064a\u0648\u0645\u064b\u0627")]
    [InlineData(80, "80 \u064a\u0648\u0645\u064b\u0627")]
    [InlineData(99, "99 \u064a\u0648\u0645\u064b\u0627")]
    [InlineData(100, "100 \u064a\u0648\u0645")]
    [InlineData(102, "102 \u064a\u0648\u0645")]
    [InlineData(103, "103 \u0623\u064a\u0627\u0645")]
    [InlineData(111, "111 \u064a\u0648\u0645\u064b\u0627")]
    public void Arabic_counts_days_in_its_six_forms(int days, string expected) => Arabic.CountDays(days).ShouldBe(expected);

    [Theory]
    [InlineData("DR-7K3M-9QXA-2B4C", true)]
    [InlineData("robin@partner.example", true)]
    [InlineData("report (final).xlsx", true)]
    [InlineData("617-555-0100", true)]
    [InlineData("2025-26", true)]
    [InlineData("1,250.00", true)]
    [InlineData("15", false)]
    [InlineData("\u064a\u0648\u0645", false)]
    [InlineData("9 \u0645\u0627\u0631\u0633 2026", false)]
    public void What_runs_from_left_to_right_is_set_apart_in_Arabic_only(string value, bool isApart)
    {
        Arabic.LetterSubject("x", value).Contains($"({(isApart ? $"{Start}{value}{End}" : value)})", StringComparison.Ordinal).ShouldBeTrue();
        Texts.English.LetterSubject("x", value).ShouldBe($"x ({value})");
    }

    [Fact]
    public void Arabic_writes_dates_and_sums_in_Western_digits()
    {
        Arabic.Day(new LocalDate(2026, 3, 9)).Where(char.IsDigit).ShouldBe("92026");
        Arabic.Time(new(17, 0)).ShouldStartWith("5:00 ");
        Arabic.Money(1250.5m, "USD").ShouldBe($"\u2066${Start}1,250.50{End}\u2069");
    }
}
