using Core.Routing;

namespace Core.Tests.Routing;

/// <summary>Every kind of requester with every level: what policy sections 2 and 3 say of the plain case, without papers or exceptions.</summary>
public sealed class KindAndLevelTests
{
    // A Accept, V Review, D Redirect, X Refuse; then the office; then what is required, in order. Published | Directory | Aggregate |
    // DeIdentifiedStudentLevel | IdentifiableRoster | IndividualRecord. Sources: rules 3-6 PLAN-2020, ODA-03; 7-11 ODA-03; consent FERPA §99.30.
    private const string Matrix = """
        SchoolLeader      | D data     | A data           | A data           | A data nda           | X data                   | D records
        SchoolLeader own  | D data     | A data           | A data           | A data               | A data                   | D records
        Teacher           | D data     | A data           | A data           | A data nda           | X data                   | D records
        Teacher own       | D data     | A data           | A data           | A data               | A data                   | D records
        CentralOffice     | D data     | A data           | A data           | A data nda           | A data nda               | D records
        Researcher        | D data     | D research proposal | D research proposal | D research proposal | D research proposal   | D records
        Researcher ok     | D data     | A data           | A data           | A data nda           | A data consent nda       | D records
        CommunityPartner  | D data     | A data partner nda | A data partner nda | A data partner nda | A data partner consent nda | D records
        CommunityPartner ok | D data   | A data nda       | A data nda       | A data nda           | A data consent nda       | D records
        Media             | D press    | D press          | D press          | D press              | D press                  | D records
        OutsideAgency     | D data     | X data           | A data           | X data               | X data                   | D records
        LawEnforcement    | V super    | V super          | V super          | V super              | V super                  | V super
        ParentOrStudent   | D data     | A data           | A data           | X data               | X data                   | D records
        Public            | D data     | A data           | A data           | X data               | X data                   | D records
        """;

    public static TheoryData<RequesterKind, string, DataLevel, string> Cells()
    {
        var cells = new TheoryData<RequesterKind, string, DataLevel, string>();
        foreach (var row in Matrix.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            var who = row[0].Split(' ');
            foreach (var level in Enum.GetValues<DataLevel>())
            {
                cells.Add(Enum.Parse<RequesterKind>(who[0]), who.Length > 1 ? who[1] : "", level, row[(int)level + 1]);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_kind_and_level_is_decided_as_the_policy_says(RequesterKind kind, string how, DataLevel level, string expected)
    {
        var asked = how switch
        {
            "own" => Asking.For(kind, level).Own(),
            "ok" => Asking.For(kind, level).Approved().Registered(),
            _ => Asking.For(kind, level),
        };
        var decision = asked.Decided();
        InWords(decision).ShouldBe(expected);
        decision.EffectiveLevel.ShouldBe(level);
        var handled = decision.Disposition is Disposition.Accept or Disposition.Review;
        (decision.ClarifyWithinBusinessDays is not null, decision.FulfilWithinBusinessDays is not null, decision.Alternative is null)
            .ShouldBe((handled, handled, handled));
    }

    [Fact]
    public void The_matrix_has_every_kind() =>
        Cells().Select(cell => cell.Data.Item1).Distinct().ShouldBe(Enum.GetValues<RequesterKind>(), ignoreOrder: true);

    private static string InWords(Decision decision) => string.Join(' ',
    [
        decision.Disposition switch { Disposition.Accept => "A", Disposition.Review => "V", Disposition.Redirect => "D", _ => "X" },
        decision.Office switch
        {
            Office.DataAndAccountability => "data", Office.StudentRecords => "records", Office.Communications => "press", Office.Superintendent => "super",
            Office.ResearchReview => "research", var other => other.ToString(),
        },
        .. decision.Requirements.Select(requirement => requirement switch
        {
            Requirement.Nda => "nda", Requirement.FamilyConsent => "consent", Requirement.PartnerRegistration => "partner",
            Requirement.ResearchApproval => "proposal", var other => other.ToString(),
        }),
    ]);
}
