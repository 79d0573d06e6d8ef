using Core.Requests;
using Core.Training;
using NodaTime;
using Service.Policy;
using Service.Training;

namespace Service.Tests.Training;

public sealed class TrainingFileTests
{
    private const string Heading = "name,email,office,roles,course,completedOn,validUntil\n";
    private const string Ana = "Ana Lyst,ana@district.example,Data office,Analyst;Approver,privacy,2025-09-01,2026-09-01\n";

    private static readonly TrainingRules Rules = PolicyStore.Shipped.Training;
    private static readonly LocalDate Today = new(2026, 3, 2);

    [Fact]
    public void A_file_is_read_and_written_back_the_same()
    {
        var people = Read(Heading + Ana
            + "Ana Lyst,ana@district.example,Data office,Approver; analyst,privacy,2024-09-01,2025-09-01\n"
            + "\"Prover, Ap\",ap@district.example,Harbor School,,,,\n").People.ShouldNotBeNull();
        people.Select(person => (person.Name, person.Records.Count)).ShouldBe([("Ana Lyst", 2), ("Prover, Ap", 0)]);
        people[0].Roles.ShouldBe([StaffRole.Analyst, StaffRole.Approver]);
        var written = TrainingFile.Write(people);
        TrainingFile.Write(Read(written).People!).ShouldBe(written);
        TrainingFile.Write(TrainingFile.Stored(written)).ShouldBe(written);
    }

    [Fact]
    public void Columns_come_in_any_order_the_way_spreadsheets_save_them_and_an_end_follows_from_the_policy() =>
        Read("sep=;\r\nE-mail".Replace("E-mail", "email", StringComparison.Ordinal) + ";Office;NAME;Course;completedon\r\nana@district.example;Data office;Ana Lyst;Privacy;2025-09-01\r\n")
            .People.ShouldNotBeNull()[0].Records.ShouldBe([new TrainingRecord("privacy", new(2025, 9, 1), new(2026, 9, 1))]);

    [Theory]
    [InlineData("", "Line 1: The file is empty.")]
    [InlineData("name,email\nA,a@b.example\n", "Line 1, office: This column is missing")]
    [InlineData("name,email,office,rolls\nA,a@b.example,O,\n", "Line 1: \"rolls\" is no column of this register.")]
    [InlineData(Heading + Ana + ",x@district.example,Data office,,,,\n", "Line 3, name: This is empty.")]
    [InlineData(Heading + "A,not an address,Data office,,,,\n", "Line 2, email: \"not an address\" is not an e-mail address.")]
    [InlineData(Heading + "A,a@district.example,O,Boss,,,\n", "Line 2, roles: \"Boss\" is not one of Analyst, Approver, Administrator.")]
    [InlineData(Heading + "A,a@district.example,O,,cooking,2025-01-01,\n", "Line 2, course: There is no course \"cooking\" in the policy; there are: privacy.")]
    [InlineData(Heading + "A,a@district.example,O,,privacy,,\n", "Line 2, completedOn: This is empty.")]
    [InlineData(Heading + "A,a@district.example,O,,privacy,3/1/2025,\n", "Line 2, completedOn: \"3/1/2025\" is not a date; write it as 2026-03-02.")]
    [InlineData(Heading + "A,a@district.example,O,,privacy,2026-03-03,\n", "Line 2, completedOn: This day has not come yet.")]
    [InlineData(Heading + "A,a@district.example,O,,privacy,2025-03-03,2025-03-01\n", "Line 2, validUntil: The training ends before it was completed.")]
    [InlineData(Heading + "A,a@district.example,O,,,2025-03-03,\n", "Line 2, course: There is a date, but no course.")]
    [InlineData(Heading + Ana + "Ana Lyst,ana@district.example,Harbor School,Analyst;Approver,,,\n", "Line 3, office: Line 2 says otherwise of the same person.")]
    [InlineData(Heading + Ana + "Ana Lyst,other@district.example,Data office,,,,\n", "Line 3, email: Line 2 gives another address for the same name.")]
    [InlineData(Heading + "A,a@district.example,Office, with a comma,,,,\n", "Line 2")]
    [InlineData(Heading + "=1+1,a@district.example,O,,,,\n", "Line 2, name: A spreadsheet would take \"=1+1\" for a formula.")]
    [InlineData(Heading + "\"A\nB\",a@district.example,O,,,,\n", "Line 2, name: This holds a line break")]
    public void A_bad_line_is_named_with_its_column_and_nothing_is_taken(string file, string expected)
    {
        var reading = Read(file);
        reading.People.ShouldBeNull();
        reading.Errors.Select(error => error.ToString()).ShouldContain(error => error.StartsWith(expected, StringComparison.Ordinal), string.Join("\n", reading.Errors));
    }

    [Fact]
    public void Every_bad_line_is_named()
    {
        var reading = Read(Heading + Ana + "\nB,b,O,,,,\n" + Ana + "C,c@district.example,,,x,y,\n");
        reading.Errors.Select(error => (error.Line, error.Column)).ShouldBe([(4, "email"), (6, "office"), (6, "course"), (6, "completedOn")], ignoreOrder: true);
    }

    [Fact]
    public void A_file_that_adds_keeps_what_is_known_and_corrects_what_it_names()
    {
        var known = Read(Heading + Ana + "Bea Nalyst,bea@district.example,Data office,Analyst,,,\n").People!;
        var added = Read(Heading + "Ana Lyst,ana@district.example,Harbor School,Analyst,privacy,2025-09-01,2026-08-01\n"
            + "Ana Lyst,ana@district.example,Harbor School,Analyst,privacy,2026-02-01,\n").People!;
        var merged = TrainingFile.Merge(known, added);
        merged.Select(person => person.Name).ShouldBe(["Ana Lyst", "Bea Nalyst"]);
        merged[0].Office.ShouldBe("Harbor School");
        merged[0].Records.Select(record => record.ValidUntil).ShouldBe([new(2026, 8, 1), new(2027, 2, 1)]);
    }

    private static TrainingReading Read(string file) => TrainingFile.Read(file, Rules, Today);
}
