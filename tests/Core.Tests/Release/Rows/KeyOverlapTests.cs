using Core.Release.Rows;

namespace Core.Tests.Release.Rows;

/// <summary>Which values of one key one student can have in two files: a table.</summary>
public sealed class KeyOverlapTests
{
    [Theory]
    [InlineData("grade", "5", "K-5", true)]
    [InlineData("grade", "5", "6-8", false)]
    [InlineData("grade", "Grade 5", "05", true)]
    [InlineData("grade", "K", "pk to 2", true)]
    // Pre-kindergarten may be counted to a band from kindergarten on, and grade 13 to one up to 12.
    [InlineData("grade", "PK", "K-5", true)]
    [InlineData("grade", "13", "9-12", true)]
    [InlineData("grade", "K-5", "4-8", true)]
    [InlineData("age", "6-10", "to 5", false)]
    [InlineData("age", "19 on", "18+", true)]
    [InlineData("age", "<6", "6-10", false)]
    [InlineData("zip", "02121", "021**", true)]
    [InlineData("zip", "02215", "021**", false)]
    [InlineData("entry date", "2024-09-03", "2024-09", true)]
    [InlineData("entry date", "9/3/2024", "2024-10", false)]
    [InlineData("entry date", "2024-09", "2024", true)]
    [InlineData("race", "Hispanic or Latino", "H", true)]
    [InlineData("race", "Black", "White", false)]
    [InlineData("school year", "2024-25", "SY 2025", true)]
    // What one file hides, or calls by no name, may be anything that is not accounted for.
    [InlineData("school", "Mather", "Other", true)]
    [InlineData("school", "Mather", "*", true)]
    public void Two_values_can_be_one_students(string dimension, string here, string there, bool canBe)
    {
        // Beside them, others that both files name, so that what has no name is not everything.
        string[] mine = [here, "Elsewhere"], theirs = [there, "Elsewhere", here == "Black" ? "Black" : "Anywhere"];
        new KeyOverlap(dimension, mine, theirs).Meet(1, 1).ShouldBe(canBe);
        new KeyOverlap(dimension, theirs, mine).Meet(1, 1).ShouldBe(canBe);
    }

    [Fact]
    public void A_school_that_the_other_file_names_is_none_of_its_others() =>
        new KeyOverlap("school", ["Mather", "Otis"], ["Mather", "Other"]).Meet(1, 2).ShouldBeFalse();

    [Fact]
    public void Names_that_neither_file_shares_may_be_the_same_in_other_words()
    {
        var overlap = new KeyOverlap("school", ["Mather", "The Otis School"], ["Mather", "J. Otis K-8"]);
        overlap.Meet(2, 2).ShouldBeTrue();
        overlap.Meet(1, 2).ShouldBeFalse();
        overlap.IsSame.ShouldBeTrue();
    }
}
