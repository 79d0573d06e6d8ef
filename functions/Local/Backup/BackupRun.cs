using Service.Storage;

namespace Local.Backup;

/// <summary><c>--backup FOLDER</c> and <c>--restore FOLDER</c>: one run that copies the storage and ends.</summary>
internal static class BackupRun
{
    private const string Take = "--backup";
    private const string Restore = "--restore";

    /// <summary>Whether this run is one.</summary>
    public static bool IsAskedFor(string[] args) => args.Any(argument => argument is Take or Restore);

    /// <summary>Does it; returns the exit code.</summary>
    /// <exception cref="StartupProblem">It cannot be done.</exception>
    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, Action<string> say, CancellationToken cancel)
    {
        var at = Array.FindIndex(args, argument => argument is Take or Restore);
        if (at + 1 >= args.Length)
        {
            throw new StartupProblem($"{args[at]} needs a folder: {args[at]} /somewhere/safe.");
        }

        var folder = Path.GetFullPath(args[at + 1]);
        var storage = StorageSettings.Read(configuration, isDevelopment: true);
        var tables = storage.Tables(configuration, StorageSetup.TableOptions());
        var backup = new StorageBackup(tables, storage.Blobs(configuration, StorageSetup.BlobOptions()), say);
        if (args[at] == Take)
        {
            await backup.TakeAsync(folder, cancel);
            return 0;
        }

        await backup.RestoreAsync(folder, cancel);
        var found = await new EventStore(tables).VerifyAsync(cancel);
        say(found.Ok ? $"All {found.Entries} entries are whole." : $"The chain is broken at {found.FirstBroken}: {found.Entries} entries looked at.");
        return found.Ok ? 0 : 1;
    }
}
