using Core.Audits;
using CsCheck;
using NodaTime;

namespace Core.Tests.Audits;

/// <summary>EQUITY: the district continually audits its practices; a sample that nobody chose, and findings that stay.</summary>
public sealed class ReleaseAuditTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 14, 0);
    private static readonly LocalDate Day = new(2026, 3, 2);
    private static readonly string[] Released = [.. Enumerable.Range(1, 40).Select(number => $"DR-{number:0000}")];

    [Fact]
    public void The_same_seed_draws_the_same_sample_whatever_the_order() => (
        from seed in Gen.String[1, 20]
        from size in Gen.Int[1, 60]
        from order in Gen.Shuffle(Released)
        select (seed, size, order)).Sample(one =>
    {
        var drawn = AuditSample.Draw(one.seed, one.size, one.order);
        drawn.ShouldBe(AuditSample.Draw(one.seed, one.size, Released));
        drawn.Count.ShouldBe(Math.Min(one.size, Released.Length));
        drawn.ShouldBeUnique();
        AuditSample.Fingerprint(one.order).ShouldBe(AuditSample.Fingerprint(Released));
    });

    [Fact]
    public void Every_request_has_the_same_chance()
    {
        const int draws = 4000, size = 10;
        var times = Enumerable.Range(0, draws).SelectMany(seed => AuditSample.Draw($"{seed}", size, Released)).CountBy(id => id).ToDictionary();
        // A quarter of 4000 draws each; 27 is the standard deviation.
        Released.ShouldAllBe(id => Math.Abs(times[id] - (draws * size / Released.Length)) < 140);
    }

    [Fact]
    public void A_request_is_open_until_it_is_found_right_or_mended_and_findings_stay()
    {
        var entries = new List<AuditEntry> { new("RA-1", Now, "Ada Min", new(Day, Day, 2, "seed", 3, "print", ["DR-1", "DR-2"])) };
        Audit().Open.ShouldBe(2);
        Find("DR-1", AuditResult.AsItShouldBe);
        Find("DR-2", AuditResult.Problem, "A column too many");
        Audit().Open.ShouldBe(1);
        Find("DR-2", AuditResult.Mended, "Recalled");
        Audit().Open.ShouldBe(0);
        Audit().WithProblems.ShouldBe(1);
        Audit().Requests[1].Findings.Select(finding => finding.Text).ShouldBe(["A column too many", "Recalled"]);
        Find("DR-9", AuditResult.Problem, "In no sample");
        Audit().Requests.Count.ShouldBe(2);

        ReleaseAudit Audit() => ReleaseAudit.Of(entries).ShouldHaveSingleItem();
        void Find(string id, AuditResult result, string? text = null) => entries.Add(new("RA-1", Now, "Ada Min", Finding: new(id, result, text)));
    }

    [Theory]
    [InlineData("DR-1", AuditResult.AsItShouldBe, null, null)]
    [InlineData("DR-1", AuditResult.Problem, "A column too many", null)]
    [InlineData("DR-1", AuditResult.Problem, " ", "text")]
    [InlineData("DR-1", AuditResult.Mended, "Recalled", "result")]
    [InlineData("DR-9", AuditResult.AsItShouldBe, null, "requestId")]
    [InlineData("DR-1", AuditResult.Problem, "The student is undocumented", "text")]
    [InlineData("DR-1", AuditResult.Problem, "The student is a gang member", "text")]
    public void A_finding_is_refused_where_it_makes_no_sense_or_must_not_be_kept(string id, AuditResult result, string? text, string? field) =>
        (new ReleaseAudit("RA-1", Now, "Ada Min", new(Day, Day, 1, "seed", 1, "print", ["DR-1"]), [new("DR-1", [])])
            .WhyNot(new(id, result, text), confirmed: false)?.Field).ShouldBe(field);

    [Theory]
    [InlineData(0, "seed", "size")]
    [InlineData(201, "seed", "size")]
    [InlineData(1, "a b", "seed")]
    [InlineData(1, null, null)]
    public void A_sample_has_a_size_and_a_plain_seed(int size, string? seed, string? field) =>
        (ReleaseAudit.WhyNotDraw(Day, Day, size, seed)?.Field).ShouldBe(field);
}
