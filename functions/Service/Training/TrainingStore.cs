using System.Diagnostics;
using Azure.Storage.Blobs;
using Core.Training;
using NodaTime;
using Service.Settings;

namespace Service.Training;

/// <summary>
/// The training register in force, kept as one CSV file with all its versions (container <c>settings</c>, <c>training.csv</c>): a change
/// is one conditional write, so that a bad or interrupted import leaves nothing behind.
/// </summary>
internal sealed class TrainingStore(BlobServiceClient blobs)
{
    /// <summary>Another process may have replaced it, so it is read again after this long.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly SettingFile file = new(blobs, "training", "csv", "text/csv; charset=utf-8", TrainingFile.Write([]));
    private readonly Lock gate = new();
    private Kept? kept;

    /// <summary>The register in force.</summary>
    public async Task<TrainingRegister> CurrentAsync(CancellationToken cancel)
    {
        if (kept is { } fresh && Stopwatch.GetElapsedTime(fresh.ReadAt) < KeptFor)
        {
            return fresh.Register;
        }

        var readAt = Stopwatch.GetTimestamp();
        var stored = await file.CurrentAsync(cancel);
        var register = kept is { } known && known.ETag == stored.ETag ? known.Register : new(stored.Version, TrainingFile.Stored(stored.Text));
        Keep(new(register, stored.ETag, readAt));
        return register;
    }

    /// <summary>The register as a file.</summary>
    public async Task<string> TextAsync(CancellationToken cancel) => (await file.CurrentAsync(cancel)).Text;

    /// <summary>A version as a file; null where there never was one.</summary>
    public async Task<string?> VersionAsync(int version, CancellationToken cancel) => (await file.VersionAsync(version, cancel))?.Text;

    /// <summary>All versions, the latest first.</summary>
    public Task<IReadOnlyList<SettingVersion>> HistoryAsync(CancellationToken cancel) => file.HistoryAsync(cancel);

    /// <summary>Puts a register in force; false where it is no longer the one that was looked at.</summary>
    /// <param name="people">The staff.</param>
    /// <param name="seen">The version that was looked at.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="at">When, in business time.</param>
    /// <param name="note">What the change is.</param>
    public async Task<bool> TryReplaceAsync(
        IReadOnlyList<TrainedPerson> people, int seen, string by, Instant at, string note, CancellationToken cancel)
    {
        var before = await file.CurrentAsync(cancel);
        if (before.Version != seen)
        {
            return false;
        }

        var sorted = new TrainingRegister(seen + 1, people);
        if (await file.TryReplaceAsync(before, TrainingFile.Write(sorted.People), by, at, note, cancel) is not { } after)
        {
            return false;
        }

        Keep(new(sorted, after.ETag, Stopwatch.GetTimestamp()));
        return true;
    }

    private void Keep(Kept read)
    {
        lock (gate)
        {
            // A read that began before a write of our own must not bring the older version back.
            if (kept is null || read.Register.Version >= kept.Register.Version)
            {
                kept = read;
            }
        }
    }

    private sealed record Kept(TrainingRegister Register, Azure.ETag? ETag, long ReadAt);
}
