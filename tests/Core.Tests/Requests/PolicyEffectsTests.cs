using Core.Policy;
using Core.Requests;

namespace Core.Tests.Requests;

/// <summary>What another policy does to an open request (policy section 4: waits follow the policy, days once promised do not).</summary>
public sealed class PolicyEffectsTests
{
    private static readonly Circumstances Now = new(Some.Monday, Some.Policy, Some.Calendar);

    [Theory]
    [InlineData(5, 15, "")]
    [InlineData(7, 15, "Reaching out counts as late")]
    [InlineData(5, 20, "")]
    public void Waits_move_and_the_promised_days_stay(int breachAfter, int standard, string expected)
    {
        var after = Now with
        {
            Policy = Some.Policy with
            {
                Version = 2,
                Clarification = Some.Policy.Clarification with { BreachAfter = breachAfter },
                Fulfilment = Some.Policy.Fulfilment with { Standard = standard },
            },
        };
        string.Join(' ', PolicyEffects.Of(Submitted(Some.Policy), Now, after).Select(effect => effect.What)).ShouldBe(expected);
    }

    [Fact]
    public void A_clock_keeps_the_policy_it_was_started_under()
    {
        var state = Submitted(Some.Policy with { Version = 7 });
        state.Ledger.ShouldHaveSingleItem().PolicyVersion.ShouldBe(7);
        var later = Fold.After(state.Id, state, [new RequestEvent.Noted("A note")], Some.Analyst, Some.Monday);
        later.Ledger.ShouldHaveSingleItem().PolicyVersion.ShouldBe(7);
    }

    private static RequestState Submitted(OfficePolicy policy)
    {
        var submit = new RequestCommand.Submit(Some.Submission(), Some.Decision());
        var ruling = Lifecycle.Decide("DR-1", null, submit, Actor.Requester, Now with { Policy = policy });
        return Fold.After("DR-1", null, ruling.Events, Actor.Requester, Now.Now);
    }
}
