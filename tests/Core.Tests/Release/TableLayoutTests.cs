using Core.Release;
using Core.Routing;

namespace Core.Tests.Release;

/// <summary>Tables as district reports really look: one, two and three ways, wide and long, with every kind of total and mark.</summary>
public sealed class TableLayoutTests
{
    private static IReadOnlyList<Finding> Found(string csv) => ReleaseGate.Check(
        new ApprovedData(DataLevel.Aggregate, [], 10, 4), Gate.Today, Gate.Parts("S", csv.Split('\n'))).Check.Findings;

    [Theory]
    // Subtotals within one column.
    [InlineData("Grade|Students\nK|100\n1|*\n2|120\nSubtotal|227\n6|90\n7|80\nSubtotal|170\nTotal|397", "S!B3", 7)]
    // A total after each school, a grand total with a blank beside it, and a merged cell's blanks.
    [InlineData("School|Grade|Students\nMather|9|100\n|10|*\n|Total|107\nHale|9|90\n|10|80\n|Total|170\nGrand total||277", "S!C3", 7)]
    // As a pivot table writes it.
    [InlineData("School|Grade|Students\nMather|9|100\nMather|10|*\nMather Total||107\nHale|9|90\nHale|10|80\nHale Total||170\nGrand Total||277", "S!C3", 7)]
    // A code beside each name breaks nobody down further.
    [InlineData("School code|School|Students\n4010|Mather|1,100\n4020|Hale|*\n4030|Lee|1,200\n|All schools|2,307", "S!C3", 7)]
    // A dropped row is as good as a hidden one.
    [InlineData("Grade|Students\n9|100\n11|120\n12|110\nTotal|337", "who is in S!B5", 7)]
    // Race by grade by year, long.
    [InlineData("School year|Grade|Race|Students\n2023-24|9|Asian|*\n2023-24|9|White|100\n2023-24|9|All|105\n2024-25|9|Asian|30\n2024-25|9|White|100\n2024-25|9|All|130", "S!D2", 5)]
    // Wide by race, no column's name says so.
    [InlineData("School|Asian|Black or African American|Hispanic/Latino|White|Two or more races|Total\nMather|20|30|40|50|--|144\nHale|20|30|40|50|11|151", "S!F2", 4)]
    // English learners and everybody else, in the rows of student groups that overlap.
    [InlineData("Student group|Students\nAll students|200\nFemale|90\nMale|110\nEnglish learners|s\nNot English learners|195\nLow income|120", "S!B5", 5)]
    // Only one half is told; the other is what is left.
    [InlineData("Student group|Students\nAll students|200\nFemale|90\nMale|110\nNot English learners|195\nLow income|120", "who is in S!B2", 5)]
    // The girls' column by grade, the totals by row and column.
    [InlineData("Grade|Female|Male|Total\n9|*|30|36\n10|20|22|42\nTotal|26|52|78", "S!B2", 6)]
    // A column a year.
    [InlineData("Grade|2023-24|2024-25\n9|100|90\n10|*|80\nTotal|104|170", "S!B3", 4)]
    // What a column is a measure of stays apart.
    [InlineData("Grade|Enrolled|Suspended\n9|100|20\n10|120|n<10\nTotal|220|23", "S!C3", 3)]
    // Disability by a flag.
    [InlineData("School|IEP|Students\nMather|Y|*\nMather|N|90\nMather|All|98\nHale|Y|30\nHale|N|90\nHale|All|120", "S!C2", 8)]
    public void A_hidden_count_is_worked_out(string csv, string where, int exactly)
    {
        var finding = Found(csv).ShouldHaveSingleItem();
        finding.Where.ShouldStartWith(where);
        finding.Text.ShouldContain($"is exactly {exactly},");
    }

    [Theory]
    [InlineData("Grade|Students\nK|100\n1|*\n2|*\nSubtotal|227\n6|90\n7|80\nSubtotal|170\nTotal|397")]
    [InlineData("School|Grade|Students\nMather|9|100\nMather|10|*\nHale|9|90\nHale|10|*\nTotal||277")]
    [InlineData("Student group|Students\nAll students|200\nFemale|90\nMale|110\nEnglish learners|s\nNot English learners|suppressed\nLow income|120\nHigh needs|130")]
    [InlineData("School|Asian|Black|White|Total\nMather|*|30|*|144\nHale|*|30|*|151\nTotal|25|60|210|295")]
    [InlineData("Student group|Students\nAsian|40\nBlack|60\nEnglish learners|44\nLow income|50")]
    public void A_table_that_holds_together_stays_silent(string csv) => Found(csv).ShouldBeEmpty();

    [Fact]
    public void Three_ways_with_all_their_totals_are_attacked_along_each()
    {
        string[] races = ["Asian", "Black"], grades = ["9", "10"], years = ["2023-24", "2024-25"];
        var rows = new List<string> { "Race|Grade|School year|Students" };
        foreach (var race in races.Append("Total"))
        {
            foreach (var grade in grades.Append("Total"))
            {
                foreach (var year in years.Append("Total"))
                {
                    var parts = (race == "Total" ? 2 : 1) * (grade == "Total" ? 2 : 1) * (year == "Total" ? 2 : 1);
                    // All counts are 50, but one of them is hidden.
                    rows.Add($"{race}|{grade}|{year}|{(race == "Asian" && grade == "9" && year == "2023-24" ? "*" : $"{50 * parts}")}");
                }
            }
        }

        Found(string.Join('\n', rows)).ShouldHaveSingleItem().Text.ShouldContain("exactly 50");
    }
}
