using Core.Release;
using Core.Release.Tables;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Service.Files;

/// <summary>Checks a file before release. Whatever is in it, the answer is a check: only storage or memory running out is an exception.</summary>
internal sealed class FileChecker(IClock clock, ILogger<FileChecker> log, FileLimits limits)
{
    /// <summary>Reads the stream to its end and judges it against what was approved.</summary>
    public async Task<FileCheckResult> CheckAsync(Stream content, string fileName, ApprovedData approved, CancellationToken cancel)
    {
        await using var spool = await Spool.TakeAsync(content, limits.Bytes, cancel);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var today = clock.GetCurrentInstant().InUtc().Date;
        // Parsing is work for minutes in the worst case; it must not hold up whoever asked.
        return await Task.Run(() => ReleaseGate.Check(approved, today, Parts(spool.Stream, fileName, giveUp, cancel), giveUp.Token), cancel);
    }

    /// <summary>Makes the suppressed version of a table that holds beside what was released earlier, or says why there is none.</summary>
    public async Task<SafeVersionResult> MakeSafeAsync(
        Stream content, string fileName, ApprovedData approved, IReadOnlyList<EarlierRelease> earlier, CancellationToken cancel)
    {
        await using var spool = await Spool.TakeAsync(content, limits.Bytes, cancel);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var today = clock.GetCurrentInstant().InUtc().Date;
        return await Task.Run(() => SafeVersion.Make(approved, today, Parts(spool.Stream, fileName, giveUp, cancel), earlier, giveUp.Token), cancel);
    }

    /// <summary>The file; the time of the attack begins once it is read.</summary>
    private IEnumerable<FilePart> Parts(Stream? file, string fileName, CancellationTokenSource giveUp, CancellationToken cancel)
    {
        var parts = file is null
            ? [new FilePart.Noticed(Sentences.Unreadable($"The file is larger than {limits.Bytes >> 20} MB"))]
            : Guarded.Read(() => ReadAhead.Of(() => FileFormats.Read(file, fileName, limits), cancel), log, cancel);
        // It goes out with the file, and into mailboxes and lists of downloads.
        yield return new FilePart.Text("the file's name", Path.GetFileNameWithoutExtension(fileName).Replace('_', ' '));
        foreach (var part in parts)
            yield return part;
        giveUp.CancelAfter(limits.Attack);
    }
}
