using Core.Routing;
using Service.Policy;

namespace Service.Tests.Policy;

public sealed class PolicyFileTests
{
    private static readonly string Shipped = PolicyFile.Write(PolicyStore.Shipped);

    [Fact]
    public void The_policy_that_ships_is_valid_and_comes_back_as_it_was_written() =>
        PolicyFile.Write(PolicyFile.Read(Shipped).Policy.ShouldNotBeNull()).ShouldBe(Shipped);

    [Theory]
    [InlineData("\"standard\": 15", "\"standard\": 0", "fulfilment.standard")]
    [InlineData("\"standard\": 15", "\"standard\": \"15\"", "fulfilment.standard")]
    [InlineData("\"lapseAfter\": 10", "\"lapseAfter\": 3", "feeDecision.lapseAfter")]
    [InlineData("America/New_York", "America/Bosten", "businessDay.timeZone")]
    [InlineData("\"endsAt\": \"17:00\"", "\"endsAt\": \"5 pm\"", "businessDay.endsAt")]
    [InlineData("legal@harborcity.example", "legal", "offices.LegalAdvisor.email")]
    [InlineData("\"LegalAdvisor\"", "\"LegalAdviser\"", "offices.LegalAdviser")]
    [InlineData("\"smallestGroup\": 10", "\"smallestGroupp\": 10", "smallestGroupp")]
    [InlineData("\"USD\"", "\"dollars\"", "fees.currency")]
    [InlineData("\"hourlyRate\": 25.00", "\"hourlyRate\": -1", "fees.hourlyRate")]
    public void A_bad_setting_is_named_with_its_line(string right, string wrong, string path)
    {
        var text = Shipped.Replace(right, wrong, StringComparison.Ordinal);
        text.ShouldNotBe(Shipped);
        var reading = PolicyFile.Read(text);
        reading.Policy.ShouldBeNull();
        var line = 1 + text[..text.IndexOf(wrong, StringComparison.Ordinal)].Count(letter => letter == '\n');
        reading.Errors.ShouldContain(error => error.Path.StartsWith(path, StringComparison.Ordinal) && error.Line == line && error.Text.Length > 0, string.Join("; ", reading.Errors));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    public void What_is_no_policy_is_told_so(string text) => PolicyFile.Read(text).Errors.ShouldNotBeEmpty();

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var text = Shipped.Replace("\"standard\": 15", "\"standard\": 0", StringComparison.Ordinal).Replace("\"USD\"", "\"usd\"", StringComparison.Ordinal);
        PolicyFile.Read(text).Errors.Select(error => error.Path).ShouldBe(["fulfilment.standard", "fees.currency"], ignoreOrder: true);
    }

    [Fact]
    public void A_setting_given_twice_is_no_policy() =>
        PolicyFile.Read(Shipped.Replace("\"smallestGroup\": 10", "\"smallestGroup\": 10,\n  \"smallestGroup\": 5", StringComparison.Ordinal)).Policy.ShouldBeNull();

    [Fact]
    public void Every_office_must_be_there()
    {
        var text = PolicyFile.Write(PolicyStore.Shipped with
        {
            Offices = PolicyStore.Shipped.Offices.Where(one => one.Key != Office.ResearchReview).ToDictionary(one => one.Key, one => one.Value),
        });
        PolicyFile.Read(text).Errors.ShouldHaveSingleItem().Text.ShouldContain("ResearchReview");
    }

    [Fact]
    public void What_ships_is_what_the_sources_say()
    {
        var policy = PolicyStore.Shipped;
        (policy.Fulfilment.Standard, policy.Fulfilment.Research, policy.Fulfilment.WarnAtPercent).ShouldBe((15, 25, 80));
        (policy.Fulfilment.EscalateAfter, policy.Fulfilment.LongestExtension).ShouldBe((1, 30));
        policy.Clarification.ShouldBe(new(3, 5, 5, 20));
        (policy.FeeDecision, policy.Documents, policy.NdaSignature).ShouldBe((new(5, 10), new(5, 20), new(5, 20)));
        policy.Deliverable.ShouldBe(new(30, 7, 2));
        policy.SmallestGroup.ShouldBe(10);
        policy.BusinessDay.ShouldBe(new("America/New_York", "17:00"));
    }
}
