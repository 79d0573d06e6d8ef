using System.Security.Cryptography;
using System.Text.Json;

namespace Local.Backup;

/// <summary>
/// What a backup holds. It is written last, so a folder without it is a backup that did not end; its hashes find a file that was
/// damaged since.
/// </summary>
/// <param name="Tables">Rows by table.</param>
/// <param name="Blobs">Every blob, with what stands beside it.</param>
/// <param name="Hashes">SHA-256 of every file of the backup, by its path within the folder.</param>
internal sealed record Manifest(IReadOnlyDictionary<string, int> Tables, IReadOnlyList<Manifest.Blob> Blobs, IReadOnlyDictionary<string, string> Hashes)
{
    private const string FileName = "backup.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>One blob.</summary>
    /// <param name="Container">Its container.</param>
    /// <param name="Name">Its name in the container.</param>
    /// <param name="File">The file that holds its content, within the folder.</param>
    /// <param name="ContentType">Its media type.</param>
    /// <param name="Metadata">Its metadata.</param>
    internal sealed record Blob(string Container, string Name, string File, string? ContentType, IDictionary<string, string> Metadata);

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    public async Task WriteAsync(string folder, CancellationToken cancel)
    {
        await using var file = File.Create(Path.Combine(folder, FileName));
        await JsonSerializer.SerializeAsync(file, this, Json, cancel);
    }

    /// <summary>Reads it and looks at every file it names.</summary>
    /// <exception cref="StartupProblem">The backup is not whole.</exception>
    public static async Task<Manifest> ReadAsync(string folder, CancellationToken cancel)
    {
        if (!IsIn(folder))
        {
            throw new StartupProblem($"{folder} holds no whole backup: {FileName} is missing, which is written last. Take the backup again.");
        }

        Manifest manifest;
        try
        {
            await using var file = File.OpenRead(Path.Combine(folder, FileName));
            manifest = await JsonSerializer.DeserializeAsync<Manifest>(file, Json, cancel) ?? throw new JsonException();
        }
        catch (JsonException wrong)
        {
            throw new StartupProblem($"{FileName} in {folder} cannot be read: {wrong.Message}", wrong);
        }

        foreach (var (name, hash) in manifest.Hashes)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || await HashAsync(path, cancel) != hash)
            {
                throw new StartupProblem($"{name} in {folder} is missing or was changed since the backup was taken. Nothing was restored.");
            }
        }

        return manifest;
    }

    public static async Task<string> HashAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }
}
