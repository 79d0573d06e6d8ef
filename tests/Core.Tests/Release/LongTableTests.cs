using Core.Release;
using Core.Routing;

namespace Core.Tests.Release;

/// <summary>What is remembered of a long table, to read each value once, says the same as reading every cell would.</summary>
public sealed class LongTableTests
{
    // So many rows are looked at before they are grouped; what comes later goes by what is remembered.
    private const int Before = 1_000;

    private static FileCheckResult Students(params IEnumerable<string> later) => Gate.Check(
        DataLevel.DeIdentifiedStudentLevel, ["School|Grade", .. Enumerable.Repeat("Hale|3", Before), .. later]);

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public void One_school_in_four_spellings_is_one_group(int ofEach, bool isSmall)
    {
        string[] spellings = ["Mather|3", "MATHER|3", " mather|3", "Mather |3"];
        Students(spellings.SelectMany(row => Enumerable.Repeat(row, ofEach))).Codes().Contains(FindingCode.SmallGroup).ShouldBe(isSmall);
        Students(Enumerable.Repeat(spellings, ofEach).SelectMany(rows => rows)).Codes().Contains(FindingCode.SmallGroup).ShouldBe(isSmall);
    }

    [Fact]
    public void A_blank_after_a_value_is_not_that_value() =>
        Students([.. Enumerable.Repeat("Mather|3", 12), .. Enumerable.Repeat("|3", 4), "Mather|3"]).Codes().ShouldContain(FindingCode.SmallGroup);

    [Fact]
    public void A_value_is_told_from_one_that_was_remembered_before_it()
    {
        // More values than a column remembers, so that the last ones are read afresh, and two of them again.
        var counts = Enumerable.Range(10, 3_000).Select(count => $"School {count}|{count}").ToArray();
        var check = Gate.Check(DataLevel.Aggregate, ["School|Students", .. counts, "Mather|3", "Hale|10", "Mather|3", "Low|9"]);
        check.Places(FindingCode.SmallCell).ShouldBe([.. new[] { 3_002, 3_004, 3_005 }.Select(row => $"row {row}, column \"Students\"")]);
    }

    [Theory]
    [InlineData("MS13")]
    [InlineData("ms13a")]
    [InlineData("x2ms13")]
    public void The_one_telling_word_that_looks_like_a_code_is_seen_as_it_would_be_in_a_sentence(string word) =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, "Grade|Crew", $"3|{word}").Codes().Contains(FindingCode.Characterisation)
            .ShouldBe(Gate.Check(DataLevel.DeIdentifiedStudentLevel, "Grade|Crew", $"3|- {word} -").Codes().Contains(FindingCode.Characterisation));

    [Theory]
    [InlineData("1E0")]
    [InlineData("5e0")]
    public void A_small_count_written_with_an_exponent_is_a_count(string count) =>
        Gate.Check(DataLevel.Aggregate, "School|Students", $"Mather|{count}", "Hale|40").Places(FindingCode.SmallCell).ShouldBe(["row 2, column \"Students\""]);

    [Theory]
    [InlineData("She said that ice detained the family then")]
    [InlineData("The father is in ICE custody since the fall")]
    [InlineData("He was sent to ice detention in the spring")]
    public void Status_in_a_sentence_is_found_by_any_of_its_words(string sentence) =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, "Grade|Remark", $"3|{sentence}").Codes().ShouldContain(FindingCode.ImmigrationColumn);

    [Theory]
    [InlineData("We spoke to her hermana Lucía about the plan")]
    [InlineData("We spoke to the mamá Lúcia about the plan")]
    [InlineData("We spoke to the student Xochi about the plan")]
    public void Somebody_named_by_their_kin_is_found_in_any_letters(string sentence) =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, "Grade|Remark", $"3|{sentence}").Codes().ShouldContain(FindingCode.IdentifierInText);
}
