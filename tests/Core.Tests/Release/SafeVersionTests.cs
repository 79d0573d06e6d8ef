using Core.Languages;
using Core.Release;
using Core.Routing;
using CsCheck;
using NodaTime;

namespace Core.Tests.Release;

public sealed class SafeVersionTests
{
    private static readonly ApprovedData Aggregate = new(DataLevel.Aggregate, [], 10, 4);
    private static readonly LocalDate Today = new(2026, 3, 2);

    private static IEnumerable<FilePart> Parts(IEnumerable<IReadOnlyList<string>> rows) =>
        rows.Select((cells, index) => (FilePart)new FilePart.Row(index + 1, cells)).Prepend(new FilePart.Sheet(null));

    private static IReadOnlyList<IReadOnlyList<string>> Csv(string csv) => [.. csv.Split('\n').Select(line => (IReadOnlyList<string>)line.Split(','))];

    private static SafeVersionResult Made(string csv, ApprovedData? approved = null) => SafeVersion.Make(approved ?? Aggregate, Today, Parts(Csv(csv)));

    [Fact]
    public void A_small_count_and_the_one_that_would_give_it_away_are_hidden_and_the_rest_stays()
    {
        var table = Made("grade,students\n9,120\n10,7\n11,30\nTotal,157").Table.ShouldNotBeNull();
        string.Join('\n', table.Rows.Select(row => string.Join(',', row))).ShouldBe("grade,students\n9,120\n10,*\n11,*\nTotal,157");
        table.Small.ShouldBe(["row 3, column \"students\""]);
        table.Others.ShouldBe(["row 4, column \"students\""]);
        table.Hidden.ShouldNotBeNull().Cells.ShouldBe(
        [
            new("row 3, column \"students\"", HiddenBecause.Small),
            new("row 4, column \"students\"", HiddenBecause.Protects, "row 3, column \"students\""),
        ]);
        table.Hidden.Sentences(Texts.English).ShouldBe(
        [
            "Some numbers in this file are not shown, so that nobody can learn something about a single student.",
            "1 number is below 10 and is replaced by “*”.",
            "1 more number is replaced by “*”, because it would let anybody work out a small one.",
            "All other numbers are exact.",
        ]);
    }

    [Theory]
    [InlineData("grade,students\n9,120\n10,70", "nothing has to be hidden")]
    [InlineData("grade,students\n9,120\n10,<10\n11,5", "hidden or blank already")]
    public void What_cannot_be_suppressed_is_told_with_what_to_do(string csv, string why) => Made(csv).WhyNot.ShouldNotBeNull().ShouldContain(why);

    [Fact]
    public void Student_level_files_are_not_suppressed() =>
        Made("id,grade\n1,9", Aggregate with { Level = DataLevel.DeIdentifiedStudentLevel }).WhyNot.ShouldNotBeNull();

    [Fact]
    public void What_the_gate_makes_passes_the_gate() => Gen.Select(Gen.Int[2, 5], Gen.Int[2, 5]).SelectMany((rows, columns) =>
        Gen.Frequency((1, Gen.Int[0, 12]), (2, Gen.Int[10, 300])).Array[rows * columns].Select(counts => (rows, columns, counts))).Sample(drawn =>
    {
        var (rows, columns, counts) = drawn;
        int At(int row, int column) => counts[(row * columns) + column];
        var csv = new List<IReadOnlyList<string>> { new[] { "school" }.Concat(Enumerable.Range(0, columns).Select(c => $"group {(char)('A' + c)}")).Append("total").ToList() };
        for (var row = 0; row < rows; row++)
        {
            csv.Add([$"School {(char)('A' + row)}", .. Enumerable.Range(0, columns).Select(c => $"{At(row, c)}"), $"{Enumerable.Range(0, columns).Sum(c => At(row, c))}"]);
        }

        csv.Add(["Total", .. Enumerable.Range(0, columns).Select(c => $"{Enumerable.Range(0, rows).Sum(r => At(r, c))}"), $"{counts.Sum()}"]);
        var result = SafeVersion.Make(Aggregate, Today, Parts(csv));
        if (result.Table is { } safe)
        {
            ReleaseGate.Check(Aggregate, Today, Parts(safe.Rows)).Check.Findings
                .ShouldNotContain(finding => finding.Code == FindingCode.SmallCell || finding.Code == FindingCode.RecoverableCell);
        }
        else
        {
            result.WhyNot.ShouldNotBeNull().ShouldContain("nothing has to be hidden");
        }
    }, iter: 150);
}
