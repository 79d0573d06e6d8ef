using System.Text.Json;
using Core.Routing;
using CsCheck;

namespace Core.Tests.Routing;

/// <summary>Whatever is submitted, the decision is whole and what may not be kept is not.</summary>
public sealed class TriageProperties
{
    private static readonly string[] Asks =
    [
        "immigration status", "IMMIGRATION_STATUS", "citizenship", "visa type", "undocumented", "green card", "estatus migratorio", "asylum status",
        "immigration\nstatus", "U.S. citizen", "DACA status", "country of citizenship",
    ];

    private static readonly string[] Plain =
    [
        "attendance rate", "MCAS scores", "civics", "first language", "student name", "grade level", "date of birth", "race", "how many graduated", "all grades",
        "police incident reports", "for the police", "U.S. history", "Año 9", "🎓", "(", "\u200b", "\ud800", "",
    ];

    private static readonly Gen<string> Text =
        Gen.Select(Gen.OneOf(OneOf(Asks), OneOf(Plain), OneOf(Plain), Gen.String[0, 12]).Array[0, 6],
            OneOf(" ", ". ", ", ", " and ", "\n", "; ", "? ")).Select((parts, between) => string.Join(between, parts));

    private static readonly Gen<Submission> Submissions =
        from kind in Gen.Enum<RequesterKind>()
        from level in Gen.Enum<DataLevel>()
        from flags in Gen.Bool.Array[6]
        from attributes in Gen.OneOf(OneOf(Asks), OneOf(Plain), Text).Array[0, 5]
        from texts in Text.Array[5]
        from legal in Maybe(Gen.Enum<LegalProcess>())
        from claimed in Maybe(Gen.Enum<ClaimedException>())
        from ferpa in Maybe(Gen.Enum<FerpaException>())
        select new Submission
        {
            Requester = new()
            {
                Name = "Rita Quester", Email = "rita@example.org", Kind = kind, CoversOnlyOwnStudents = flags[0], ResearchApproval = flags[1] ? "R-1" : null,
                PartnerRegistration = flags[2] ? new(flags[3], flags[4] ? flags[5] : null) : null,
            },
            Purpose = texts[0],
            Audience = texts[1],
            Data = new() { Level = level, Scope = texts[2], Population = texts[3], Attributes = attributes, SpecificStudents = flags[4], StudentIds = flags[5] ? [texts[4]] : [] },
            IsPublicRecordsRequest = flags[0] && flags[3],
            LegalProcess = legal,
            ClaimedException = claimed,
            FerpaException = ferpa,
        };

    [Fact]
    public void Every_decision_has_reasons_each_with_code_sentence_and_source() => Submissions.Sample(asked =>
    {
        var decision = asked.Decided();
        decision.Reasons.ShouldNotBeEmpty();
        decision.Reasons.ShouldAllBe(reason => reason.Code.Length > 0 && reason.Text.EndsWith('.') && reason.Source.Length > 0);
        decision.Reasons.Select(reason => reason.Code).ShouldBeUnique();
        decision.Requirements.ShouldBe(decision.Requirements.OrderBy(Place));
        var handled = decision.Disposition is Disposition.Accept or Disposition.Review;
        (decision.FulfilWithinBusinessDays is not null, decision.Alternative is null).ShouldBe((handled, handled));
    });

    [Fact]
    public void What_is_refused_is_never_kept() => Submissions.Sample(asked =>
    {
        var (decision, kept) = asked.Triaged();
        kept.Data.Attributes.Intersect(decision.RefusedAttributes).ShouldBeEmpty();
        var everything = string.Join('\n', [kept.Purpose, kept.Audience, kept.Data.Scope, kept.Data.Population, .. kept.Data.Attributes, .. kept.Data.StudentIds]);
        foreach (var asks in Asks)
        {
            everything.Contains(asks, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"\"{asks}\" is in what is kept: {everything}");
        }

        // Nothing is left that would be taken the second time.
        kept.Triaged().Kept.ShouldBeSameAs(kept);
    });

    [Fact]
    public void The_same_submission_gets_the_same_decision() => Submissions.Sample(asked =>
        JsonSerializer.Serialize(asked.Triaged()).ShouldBe(JsonSerializer.Serialize((asked with { }).Triaged())));

    [Fact]
    public void What_asks_for_nothing_refused_is_kept_as_it_was_typed() => Submissions.Sample(asked =>
    {
        var (decision, kept) = asked.Triaged();
        if (!decision.Codes().Contains("ImmigrationStatusRefused"))
        {
            kept.ShouldBeSameAs(asked);
        }
    });

    private static int Place(Requirement requirement) => Array.IndexOf(
    [
        Requirement.PartnerRegistration, Requirement.ExistingAgreements, Requirement.ResearchApproval, Requirement.StudentIds, Requirement.FamilyConsent,
        Requirement.DataSharingAgreement, Requirement.Nda,
    ], requirement);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : struct => Gen.OneOf(gen.Select(value => (T?)value), Gen.Const((T?)null), Gen.Const((T?)null));
}
