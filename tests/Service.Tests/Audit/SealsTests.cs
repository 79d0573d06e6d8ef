using System.Text;
using NodaTime;
using Service.Audit;
using Service.Storage.Events;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Audit;

public sealed class SealsTests(AzuriteFixture azurite)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seal_names_every_chain_and_the_seal_before_it()
    {
        using var records = await Records.NewAsync(azurite);
        await records.FillAsync();
        var days = await records.Book.DaysAsync(cancel);
        days.ShouldBe([new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 3)]);
        var (first, second) = (await TextAsync(records, days[0]), await TextAsync(records, days[1]));
        first.ShouldStartWith($"seal 1\nday 2026-03-02\ntaken 2026-03-02T14:00:00Z\nformer {EventRow.NoHash}\nchain DR-0000-0000-0001 1 ");
        first.ShouldEndWith("\nend 4\n");
        second.ShouldContain($"\nformer {await records.Book.HashAsync(days[0], cancel)}\n");
        second.Split('\n').Where(line => line.StartsWith("chain ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1..3])
            .ShouldBe([["DR-0000-0000-0001", "1"], ["DR-0000-0000-0002", "3"], ["DR-0000-0000-0003", "1"], ["ledger-2026-03", "6"], ["reads-2026-03", "2"], ["seals", "1"]]);
        await records.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Where_there_is_nothing_to_seal_none_is_taken()
    {
        using var records = await Records.NewAsync(azurite);
        (await records.Seals.SealAsync(cancel)).ShouldBeNull();
        (await records.Book.DaysAsync(cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_is_sealed_once_however_often_and_by_how_many_it_is_tried()
    {
        using var records = await Records.NewAsync(azurite);
        await records.HappenAsync(1);
        var seals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => records.Seals.SealAsync(cancel)));
        seals.Distinct().ShouldHaveSingleItem();
        await records.HappenAsync(1);
        (await records.Seals.SealAsync(cancel)).ShouldBe(seals[0]);
        await records.ShouldBeWholeAsync();
    }

    /// <summary>Cut off at each of its requests to storage in turn; tried again, it is as if nothing had happened.</summary>
    [Fact]
    public async Task Cut_off_anywhere_and_tried_again_it_is_whole()
    {
        using var records = await Records.NewAsync(azurite);
        await records.HappenAsync(1);
        for (var request = 1; request <= 14; request++)
        {
            records.Clock.Advance(Duration.FromDays(1));
            await records.HappenAsync(1);
            var left = request;
            records.Storage.Faults.Always(Fault.Unavailable, _ => --left <= 0);
            try
            {
                await records.Seals.SealAsync(cancel);
            }
            catch (Azure.RequestFailedException)
            {
                // What is tried here.
            }

            records.Storage.Faults.Stop();
            await records.Seals.SealAsync(cancel);
            await records.ShouldBeWholeAsync();
        }

        (await records.Book.DaysAsync(cancel)).Count.ShouldBe(14);
    }

    [Fact]
    public async Task What_was_broken_between_two_seals_is_noted_in_the_second_for_ever()
    {
        using var records = await Records.NewAsync(azurite);
        await records.FillAsync();
        await Records.RewriteAsync(records.Storage.Requests, Records.Id(2), 2, payload => payload.Replace("second", "2nd", StringComparison.Ordinal));
        records.Clock.Advance(Duration.FromDays(1));
        var seal = (await records.Seals.SealAsync(cancel)).ShouldNotBeNull();
        (await TextAsync(records, seal.Day)).ShouldContain($"\nbroken {Records.Id(2)} 3 The entry is not the one that was sealed on 2026-03-03");
        // The newest seal agrees with what is stored now, and still it is found.
        (await records.BrokenAsync()).Chain.ShouldBe(Records.Id(2));
    }

    private async Task<string> TextAsync(Records records, LocalDate day)
    {
        await using var content = await records.Book.OpenAsync(day, cancel);
        using var reader = new StreamReader(content.ShouldNotBeNull(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }
}
