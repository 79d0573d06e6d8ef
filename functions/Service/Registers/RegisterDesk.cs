using System.Diagnostics;
using Azure.Storage.Blobs;
using NodaTime;
using Service.Settings;

namespace Service.Registers;

/// <summary>How a file changes a register.</summary>
internal enum ImportWay
{
    /// <summary>What is known stays; the file adds to it and corrects it.</summary>
    Add,
    /// <summary>The file becomes the register.</summary>
    Replace,
}

/// <summary>A register that was proposed: what it would change, or what is wrong with it.</summary>
/// <param name="Errors">What is wrong; nothing can be put in force then.</param>
/// <param name="Seen">The version it was compared with.</param>
/// <param name="Text">The register as it would be, as a file; null where something is wrong.</param>
/// <param name="Differences">What would change.</param>
internal sealed record RegisterProposal(
    IReadOnlyList<RegisterError> Errors, int Seen, string? Text = null, IReadOnlyList<RegisterDifference>? Differences = null)
{
    /// <summary>In a few words.</summary>
    public string Summary => string.Join(", ", (Differences ?? []).GroupBy(one => one.What, StringComparer.Ordinal)
        .Select(group => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}")));
}

/// <summary>A register as pages and API handle it, whatever is in it.</summary>
internal interface IRegisterDesk
{
    /// <summary>Its name in addresses.</summary>
    string Name { get; }
    /// <summary>As people read it.</summary>
    string Title { get; }
    /// <summary>Its columns.</summary>
    IReadOnlyList<string> Columns { get; }
    /// <summary>Those that must not be empty.</summary>
    IReadOnlyList<string> Required { get; }

    /// <summary>Its entries as they are shown on a day.</summary>
    Task<IReadOnlyList<RegisterRow>> RowsAsync(LocalDate today, CancellationToken cancel);
    /// <summary>The register as a file, with its version.</summary>
    Task<StoredSetting> CurrentAsync(CancellationToken cancel);
    /// <summary>All versions, the latest first.</summary>
    Task<IReadOnlyList<SettingVersion>> HistoryAsync(CancellationToken cancel);
    /// <summary>What a file would change. Nothing is stored.</summary>
    Task<RegisterProposal> ProposeAsync(string text, ImportWay way, CancellationToken cancel);
    /// <summary>What removing an entry would change; null where there is none.</summary>
    Task<RegisterProposal?> ProposeRemovalAsync(string key, CancellationToken cancel);
    /// <summary>What going back to a version would change; null where there never was one.</summary>
    Task<RegisterProposal?> ProposeVersionAsync(int version, CancellationToken cancel);
    /// <summary>Puts what was proposed in force; false where the register has changed since it was looked at.</summary>
    Task<bool> PutAsync(RegisterProposal proposal, int seen, string by, Instant at, string note, CancellationToken cancel);
}

/// <summary>
/// A register, kept as one CSV file with all its versions: one read shows all of it, a change is one conditional write, and an import
/// that is bad or interrupted leaves nothing behind.
/// </summary>
internal sealed class RegisterDesk<T>(BlobServiceClient blobs, RegisterKind<T> kind) : IRegisterDesk
{
    /// <summary>Another process may have replaced it, so it is read again after this long.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly SettingFile file = new(blobs, kind.Name, "csv", "text/csv; charset=utf-8", kind.Write([]));
    private volatile Kept? kept;

    /// <inheritdoc/>
    public string Name => kind.Name;
    /// <inheritdoc/>
    public string Title => kind.Title;
    /// <inheritdoc/>
    public IReadOnlyList<string> Columns => kind.Columns;
    /// <inheritdoc/>
    public IReadOnlyList<string> Required => kind.Required;

    /// <summary>The entries in force.</summary>
    public async Task<IReadOnlyList<T>> EntriesAsync(CancellationToken cancel)
    {
        if (kept is { } fresh && Stopwatch.GetElapsedTime(fresh.ReadAt) < KeptFor)
        {
            return fresh.Entries;
        }

        var readAt = Stopwatch.GetTimestamp();
        var entries = Stored((await file.CurrentAsync(cancel)).Text);
        kept = new(entries, readAt);
        return entries;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RegisterRow>> RowsAsync(LocalDate today, CancellationToken cancel) =>
    [
        .. Stored((await file.CurrentAsync(cancel)).Text)
            .Select(entry => new RegisterRow(kind.KeyOf(entry), [.. kind.Cells(entry).Select(cell => cell?.ToString() ?? "")], kind.Care(entry, today))),
    ];

    /// <inheritdoc/>
    public Task<StoredSetting> CurrentAsync(CancellationToken cancel) => file.CurrentAsync(cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SettingVersion>> HistoryAsync(CancellationToken cancel) => file.HistoryAsync(cancel);

    /// <inheritdoc/>
    public async Task<RegisterProposal> ProposeAsync(string text, ImportWay way, CancellationToken cancel)
    {
        var current = await file.CurrentAsync(cancel);
        var (entries, errors) = kind.Parse(text);
        return entries is null ? new(errors, current.Version)
            : Propose(current, way == ImportWay.Add ? kind.Merge(Stored(current.Text), entries) : entries);
    }

    /// <inheritdoc/>
    public async Task<RegisterProposal?> ProposeRemovalAsync(string key, CancellationToken cancel)
    {
        var current = await file.CurrentAsync(cancel);
        var entries = Stored(current.Text);
        var left = entries.Where(entry => !kind.KeyOf(entry).Equals(key, StringComparison.OrdinalIgnoreCase)).ToList();
        return left.Count == entries.Count ? null : Propose(current, left);
    }

    /// <inheritdoc/>
    public async Task<RegisterProposal?> ProposeVersionAsync(int version, CancellationToken cancel) =>
        await file.VersionAsync(version, cancel) is { } earlier ? Propose(await file.CurrentAsync(cancel), Stored(earlier.Text)) : null;

    /// <inheritdoc/>
    public async Task<bool> PutAsync(RegisterProposal proposal, int seen, string by, Instant at, string note, CancellationToken cancel)
    {
        var current = await file.CurrentAsync(cancel);
        if (proposal.Text is not { } text || proposal.Seen != seen || current.Version != seen)
        {
            return false;
        }

        if (text == current.Text)
        {
            return true;
        }

        var done = await file.TryReplaceAsync(current, text, by, at, note, cancel) is not null;
        kept = null;
        return done;
    }

    private RegisterProposal Propose(StoredSetting current, IReadOnlyList<T> after) =>
        new([], current.Version, kind.Write(after), kind.Between(Stored(current.Text), after));

    private IReadOnlyList<T> Stored(string text) => kind.Parse(text) is { Entries: { } entries }
        ? entries
        : throw new InvalidOperationException($"The stored register {kind.Name} cannot be read.");

    private sealed record Kept(IReadOnlyList<T> Entries, long ReadAt);
}
