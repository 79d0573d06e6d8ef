using Core.Release.SmallCells;
using Core.Release.Tables;
using CsCheck;

namespace Core.Tests.Release.SmallCells;

public sealed class SuppressionTests
{
    private const int Smallest = 10;

    /// <summary>A whole cube with all its totals, from the counts of its inner cells.</summary>
    private static CountTable Table(IReadOnlyList<int> sizes, IReadOnlyList<long> counts)
    {
        var inner = Coordinates(sizes).Select((at, index) => (at, count: counts[index])).ToList();
        var all = Coordinates([.. sizes.Select(size => size + 1)]).Select(at =>
        {
            var sum = inner.Where(one => at.Zip(one.at).Select((pair, d) => pair.First == sizes[d] || pair.First == pair.Second).All(same => same))
                .Sum(one => one.count);
            var group = Group.Of(at.Select((c, d) => KeyValuePair.Create($"d{d}", $"{c}")).Where((one, d) => at[d] != sizes[d]));
            return new Figure("students", group, string.Join(',', at), sum, 0, null, 0, 0);
        });
        return JointTable.Of([new([.. all], [], [])], []).Counts;
    }

    private static IEnumerable<int[]> Coordinates(IReadOnlyList<int> sizes) =>
        sizes.Aggregate<int, IEnumerable<int[]>>([[]], (so, size) => so.SelectMany(at => Enumerable.Range(0, size).Select(c => (int[])[.. at, c])));

    private static readonly Gen<CountTable> Tables =
        from sizes in Gen.OneOf(Gen.Int[2, 6].List[1, 1], Gen.Int[2, 5].List[2, 2], Gen.Int[2, 3].List[3, 3])
        from counts in Gen.Frequency((2, Gen.Long[0, 12]), (3, Gen.Long[10, 400])).List[sizes.Aggregate(1, (a, b) => a * b), sizes.Aggregate(1, (a, b) => a * b)]
        select Table(sizes, counts);

    [Fact]
    public void A_single_hidden_cell_is_worked_out_from_its_total()
    {
        var table = Table([3], [4, 20, 30]);
        var hidden = table with { Cells = [.. table.Cells.Select((cell, i) => i == 0 ? cell with { Value = null } : cell)] };
        Attack.On(hidden).ShouldHaveSingleItem().ShouldBe(new Recovered(0, 4, 4));
        new Recovered(0, 4, 4).GivesAway(Smallest, 4).ShouldBeTrue();
    }

    [Fact]
    public void A_known_bound_narrows_the_range()
    {
        var table = new CountTable(
            [new("a", null, 0, 9), new("b", null, 0, 9), new("total", 17)],
            [new([(0, 1), (1, 1), (2, -1)], 0, 0, "a + b = total")]);
        Attack.On(table).ShouldBe([new Recovered(0, 8, 9), new Recovered(1, 8, 9)]);
    }

    [Fact]
    public void A_percentage_with_its_denominator_gives_a_count_away()
    {
        // 3.1 % of 97, rounded to one digit, can only be 3.
        var table = new CountTable([new("n", null)], [new([(0, 1)], 97 * 0.0305, 97 * 0.0315, "n / 97 = 3.1 %")]);
        Attack.On(table).ShouldBe([new Recovered(0, 3, 3)]);
    }

    [Fact]
    public void A_table_without_small_counts_loses_nothing() =>
        Suppression.Plan(Table([3, 3], [10, 20, 30, 40, 50, 60, 70, 80, 0]), Smallest).ShouldNotBeNull().Complementary.ShouldBeEmpty();

    [Fact]
    public void Figures_that_contradict_each_other_are_not_believed_and_the_others_still_tell() => Attack.On(new CountTable(
        [new("a", null, 0, 3), new("total", 17), new("b", null), new("sum", 29)],
        [new([(0, 1), (1, -1)], 0, 0, "a = total"), new([(1, 1), (2, 1), (3, -1)], 0, 0, "total + b = sum")]))
        .ShouldBe([new Recovered(0, 0, 3), new Recovered(2, 12, 12)]);

    [Fact]
    public void After_suppression_no_small_count_can_be_worked_out_again() => Tables.Sample(table =>
    {
        var plan = Suppression.Plan(table, Smallest).ShouldNotBeNull();
        var small = plan.Primary.ToHashSet();
        Attack.On(plan.Apply(table)).Where(found => small.Contains(found.Cell))
            .ShouldAllBe(found => !found.GivesAway(Smallest, int.MaxValue));
    }, iter: 300);

    [Fact]
    public void Nothing_is_hidden_that_could_be_shown() => Tables.Sample(table =>
    {
        var plan = Suppression.Plan(table, Smallest).ShouldNotBeNull();
        foreach (var cell in plan.Complementary)
        {
            var shown = plan with { Complementary = [.. plan.Complementary.Where(other => other != cell)] };
            Attack.On(shown.Apply(table)).Any(found => plan.Primary.Contains(found.Cell) && found.GivesAway(Smallest, int.MaxValue)).ShouldBeTrue();
        }
    }, iter: 60);
}
