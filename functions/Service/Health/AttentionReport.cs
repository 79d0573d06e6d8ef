using Core.Requests;
using Core.Training;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Service.Desk;
using Service.Reports;
using Service.Storage;

namespace Service.Health;

/// <summary>What needs an administrator's attention besides the queue.</summary>
/// <param name="Health">How mail, engine and records are.</param>
/// <param name="OverdueDestructions">Receivers who owe an attestation and are held up.</param>
/// <param name="HasMoreDestructions">More destructions are owed than were looked at.</param>
/// <param name="HeldUpByTraining">Staff who cannot do some of their work for want of training.</param>
/// <param name="TrainingEndsSoon">Staff whose training ends soon.</param>
/// <param name="LastClosure">The last closure in the calendar; null where there is none.</param>
/// <param name="CalendarEndsSoon">The calendar knows no closure beyond the next weeks: the next school year's is missing.</param>
public sealed record Attention(
    OfficeHealth Health, int OverdueDestructions, bool HasMoreDestructions, int HeldUpByTraining, int TrainingEndsSoon,
    LocalDate? LastClosure, bool CalendarEndsSoon);

/// <summary>Gathers it beside the pages, once at a time: a page shows what was found last and waits only a moment.</summary>
internal sealed class AttentionReport
{
    /// <summary>The most owed destructions that are looked at.</summary>
    public const int MostDestructions = 300;

    private const int AtOnce = 8;
    private const int CalendarDaysAhead = 60;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromSeconds(4);

    private readonly HealthReport health;
    private readonly DestructionRegister destructions;
    private readonly EventStore store;
    private readonly CurrentCircumstances current;
    private readonly CountBeside<Attention> counted;

    public AttentionReport(
        HealthReport health, DestructionRegister destructions, EventStore store, CurrentCircumstances current, IClock clock, TimeProvider time,
        IHostApplicationLifetime life)
    {
        (this.health, this.destructions, this.store, this.current) = (health, destructions, store, current);
        counted = new(NowAsync, Fresh, WorthWaiting, clock, time, life);
    }

    /// <summary>What was found last; null where nothing was yet.</summary>
    public Task<Attention?> LatestAsync(CancellationToken cancel) => counted.LatestAsync(cancel);

    /// <summary>Looks now.</summary>
    public async Task<Attention> NowAsync(CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        var owed = await destructions.OwedAsync(cancel, MostDestructions + 1);
        var overdue = 0;
        await Parallel.ForEachAsync(owed.Take(MostDestructions), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, token) =>
        {
            if (await store.LoadAsync(id, token) is { } request
                && Destruction.OverdueFrom(request.State, now.Calendar, now.Policy.Destruction) <= now.Now)
            {
                Interlocked.Increment(ref overdue);
            }
        });

        var (register, rules) = (now.Training, now.Policy.Training);
        var lastClosure = now.Calendar.Closures is [.., var closure] ? closure.Date : (LocalDate?)null;
        return new(
            await health.NowAsync(cancel), overdue, owed.Count > MostDestructions,
            register.People.Count(person => TrainingGate.AllGaps(person.Name, register, rules, now.Today).Count > 0),
            register.People.Count(person => rules.Courses.Any(course => TrainingStanding.Of(person, course, rules, now.Today).Mark == TrainingMark.EndsSoon)),
            lastClosure, lastClosure is null || lastClosure < now.Today.PlusDays(CalendarDaysAhead));
    }
}
