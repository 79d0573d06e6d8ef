using Core.Training;
using NodaTime;
using Service.Desk;
using Service.Engine;
using Service.Registers;
using Service.Storage;

namespace Service.Training;

/// <summary>A register that was proposed: what it would change, or what is wrong with it.</summary>
/// <param name="Errors">What is wrong; nothing can be put in force then.</param>
/// <param name="Seen">The version it was compared with.</param>
/// <param name="After">The register as it would be.</param>
/// <param name="Change">What would change.</param>
internal sealed record TrainingProposal(
    IReadOnlyList<RegisterError> Errors, int Seen, TrainingRegister? After = null, TrainingChange? Change = null);

/// <summary>Changes the training register: every change is proposed first, looked at, and then put in force as one.</summary>
internal sealed class TrainingDesk(TrainingStore store, CurrentCircumstances current, DueWork due, IEngine engine)
{
    private static readonly Duration LookLater = Duration.FromMinutes(2);

    /// <summary>What a file would change. Nothing is stored.</summary>
    public async Task<TrainingProposal> ProposeAsync(string text, ImportWay way, CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        var reading = TrainingFile.Read(text, now.Policy.Training, now.Today);
        var before = now.Training;
        return reading.People is { } people
            ? Propose(way == ImportWay.Add ? TrainingFile.Merge(before.People, people) : people, before, now.Policy.Training, now.Today)
            : new(reading.Errors, before.Version);
    }

    /// <summary>The same of a register that was looked at as a whole before: it is taken as it was shown.</summary>
    public async Task<TrainingProposal> ProposeWholeAsync(string text, CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        var errors = TrainingFile.Read(text, rules: null, now.Today);
        return errors.People is { } people ? Propose(people, now.Training, now.Policy.Training, now.Today) : new(errors.Errors, now.Training.Version);
    }

    /// <summary>What an earlier version would change; null where there never was one.</summary>
    public async Task<TrainingProposal?> ProposeVersionAsync(int version, CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        return await store.VersionAsync(version, cancel) is { } text
            ? Propose(TrainingFile.Stored(text), now.Training, now.Policy.Training, now.Today)
            : null;
    }

    /// <summary>Puts what was proposed in force; false where the register has changed since it was looked at.</summary>
    public async Task<bool> PutAsync(TrainingProposal proposal, int seen, string by, string note, CancellationToken cancel)
    {
        if (proposal.After is not { } after || proposal.Seen != seen)
        {
            return false;
        }

        if (proposal.Change!.IsEmpty)
        {
            return true;
        }

        var now = (await current.NowAsync(cancel)).Now;
        // Written first and for a little later: even if this ends right after the change, somebody looks at what is owed then.
        await due.MoveAsync(null, new(TrainingReminderWork.WorkId, now + LookLater), cancel);
        var done = await store.TryReplaceAsync(after.People, seen, by, now, note, cancel);
        engine.Changed(TrainingReminderWork.WorkId);
        return done;
    }

    private static TrainingProposal Propose(IReadOnlyList<TrainedPerson> people, TrainingRegister before, TrainingRules rules, LocalDate today)
    {
        if (people.GroupBy(person => TrainingRegister.Folded(person.Name), StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return new([new(1, "name", $"\"{twice.Key}\" is in the register already with another address. Two people need two names, written as they sign in.")], before.Version);
        }

        var after = new TrainingRegister(before.Version + 1, people);
        return new([], before.Version, after, TrainingChange.Between(before, after, rules, today));
    }
}
