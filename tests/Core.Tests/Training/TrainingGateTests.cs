using Core.Policy;
using Core.Requests;
using Core.Routing;
using Core.Tests.Requests;
using Core.Training;
using NodaTime;

namespace Core.Tests.Training;

/// <summary>"Handling and approving need current training; lapsed training blocks approvals" (policy section 5; EQUITY, LTR-2018).</summary>
public sealed class TrainingGateTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly TrainingCourse Privacy = new("privacy", "Student data privacy", 12, [TrainedWork.Approve, TrainedWork.Deliver]);
    private static readonly TrainingCourse Files = new("files", "Safe files", 12, [TrainedWork.Deliver]);
    private static readonly TrainingRules Rules = new(Required: true, BlockUnlisted: false, [30, 7], [Privacy, Files]);

    [Theory]
    // until today is still current; the day after it has lapsed
    [InlineData("privacy 2026-03-02", TrainedWork.Approve, "")]
    [InlineData("privacy 2026-03-01", TrainedWork.Approve, "privacy Lapsed")]
    [InlineData("", TrainedWork.Approve, "privacy Missing")]
    // a course that is needed for other work does not hold this one up
    [InlineData("privacy 2027-01-01", TrainedWork.Approve, "")]
    [InlineData("privacy 2027-01-01", TrainedWork.Deliver, "files Missing")]
    [InlineData("", TrainedWork.Deliver, "privacy Missing, files Missing")]
    [InlineData("", TrainedWork.Deny, "")]
    // of several records the one that holds longest counts; the code in any case of letters
    [InlineData("privacy 2025-01-01; PRIVACY 2026-06-01", TrainedWork.Approve, "")]
    public void What_is_wanting_holds_up_exactly_the_work_it_is_needed_for(string records, TrainedWork work, string expected) =>
        Show(TrainingGate.Gaps("Ana Lyst", work, Register(Person("Ana Lyst", records)), Rules, Today)).ShouldBe(expected);

    [Theory]
    [InlineData("somebody listed without training", true, false, 1, "Ana Lyst", true)]
    [InlineData("an empty register", true, true, 0, "Ana Lyst", false)]
    [InlineData("somebody who is not listed", true, false, 1, "Una Known", false)]
    [InlineData("somebody not listed, where the policy wants all listed", true, true, 1, "Una Known", true)]
    [InlineData("a policy that does not require training", false, true, 1, "Ana Lyst", false)]
    [InlineData("a name typed with other spaces and letters", true, false, 1, " ana  LYST ", true)]
    [InlineData("somebody who signs in by address", true, false, 1, "ana.lyst@district.example", true)]
    public void Who_is_held_up(string why, bool required, bool blockUnlisted, int listed, string name, bool isHeldUp) =>
        (TrainingGate.Gaps(
            name, TrainedWork.Approve, Register([.. Enumerable.Repeat(Person("Ana Lyst", ""), listed)]),
            Rules with { Required = required, BlockUnlisted = blockUnlisted }, Today).Count > 0).ShouldBe(isHeldUp, why);

    [Fact]
    public void A_lapsed_approver_is_refused_with_the_course_its_end_and_what_to_do_and_nothing_else_is()
    {
        var state = Story.Of(Some.Decision(Disposition.Review)).It;
        var now = Some.Now(Some.Monday) with { Training = Register(Person("Ap Prover", "privacy 2026-02-27")) };

        var refusal = Lifecycle.Decide("DR-1", state, new RequestCommand.Approve(null), Some.Approver, now).Refusal.ShouldNotBeNull();
        refusal.ShouldSatisfyAllConditions(
            () => refusal.Code.ShouldBe("TrainingNeeded"), () => refusal.Kind.ShouldBe(RefusalKind.Forbidden),
            () => refusal.Text.ShouldContain("\"Student data privacy\" ended on February 27, 2026"), () => refusal.Text.ShouldContain("/staff/training"),
            () => refusal.Source.ShouldBe("policy section 5"));

        Lifecycle.Decide("DR-1", state, new RequestCommand.AddNote("A note"), Some.Approver, now).Refusal.ShouldBeNull();
        Lifecycle.Decide("DR-1", state, new RequestCommand.Approve(null), Some.Approver, Some.Now(Some.Monday)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Every_kind_of_work_is_a_command_and_has_words()
    {
        var commands = typeof(RequestCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(RequestCommand)))
            .Select(type => (RequestCommand)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type));
        commands.Select(TrainingGate.WorkOf).OfType<TrainedWork>().Distinct().Order().ShouldBe(Enum.GetValues<TrainedWork>());
        Enum.GetValues<TrainedWork>().Select(TrainingLetters.Words).Distinct().Count().ShouldBe(Enum.GetValues<TrainedWork>().Length);
    }

    [Fact]
    public void Completion_counts_everybody_once_by_what_is_worst()
    {
        var register = Register(
            Person("One", "privacy 2027-01-01; files 2027-01-01"), Person("Two", "privacy 2026-03-20; files 2027-01-01"),
            Person("Three", "privacy 2026-01-01; files 2027-01-01"), Person("Four", "files 2027-01-01"), Person("Five", "", "Harbor School"));
        TrainingCompletion.Of(register, Rules, Today).ShouldBe([
            new TrainingCompletion("Data office", 4, 1, 1, 1, 1), new TrainingCompletion("Harbor School", 1, 0, 0, 0, 1)]);
    }

    internal static TrainingRegister Register(params TrainedPerson[] people) => new(2, people);

    /// <param name="records">Courses with their last days: "privacy 2026-03-02; files 2027-01-01".</param>
    internal static TrainedPerson Person(string name, string records, string office = "Data office") => new(
        name, $"{name.ToLowerInvariant().Replace(' ', '.')}@district.example", office, [StaffRole.Analyst],
        [
            .. records.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(record => record.Split(' ')).Select(record =>
                new TrainingRecord(record[0], Calendar.Office.Date(record[1]).PlusYears(-1), Calendar.Office.Date(record[1]))),
        ]);

    private static string Show(IReadOnlyList<TrainingStanding> gaps) => string.Join(", ", gaps.Select(gap => $"{gap.Course.Code} {gap.Mark}"));
}
