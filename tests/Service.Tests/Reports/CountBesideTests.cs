using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Service.Reports;

namespace Service.Tests.Reports;

/// <summary>What is counted beside the pages holds none of them up.</summary>
public sealed class CountBesideTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_takes_long_is_waited_for_a_moment_the_first_time_and_not_at_all_after_that()
    {
        using var life = new Life();
        var (clock, slow) = (new Hands(), new TaskCompletionSource<string>());
        var counts = 0;
        var beside = new CountBeside<string>(
            _ => Interlocked.Increment(ref counts) == 1 ? slow.Task : new TaskCompletionSource<string>().Task, TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(20), clock,
            TimeProvider.System, life.Of);
        (await beside.LatestAsync(Cancel)).ShouldBeNull();
        // Timers may be a little early; what is measured must be long beyond doubt.
        await Task.Delay(TimeSpan.FromMilliseconds(100), Cancel);
        slow.SetResult("7");
        while (await beside.LatestAsync(Cancel) != "7")
        {
            Cancel.ThrowIfCancellationRequested();
        }

        counts.ShouldBe(1);
        clock.Now += Duration.FromDays(1);
        var old = beside.LatestAsync(Cancel);
        old.IsCompletedSuccessfully.ShouldBeTrue();
        (await old).ShouldBe("7");
        while (Volatile.Read(ref counts) < 2)
        {
            await Task.Delay(5, Cancel);
        }
    }

    [Fact]
    public async Task What_is_quick_is_counted_again_when_it_is_old()
    {
        using var life = new Life();
        var (clock, counts) = (new Hands(), 0);
        var beside = new CountBeside<string>(
            _ => Task.FromResult($"{Interlocked.Increment(ref counts)}"), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30), clock, TimeProvider.System, life.Of);
        (await beside.LatestAsync(Cancel)).ShouldBe("1");
        (await beside.LatestAsync(Cancel)).ShouldBe("1");
        clock.Now += Duration.FromDays(1);
        (await beside.LatestAsync(Cancel)).ShouldBe("2");
    }

    private sealed class Hands : IClock
    {
        public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 2, 14, 0);
        public Instant GetCurrentInstant() => Now;
    }

    private sealed class Life : IDisposable
    {
        public ApplicationLifetime Of { get; } = new(NullLogger<ApplicationLifetime>.Instance);
        public void Dispose() => Of.StopApplication();
    }
}
