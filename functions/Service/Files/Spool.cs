namespace Service.Files;

/// <summary>A file as a stream that can be read from any place, on disk unless it already is one. Null where it was too large.</summary>
internal sealed class Spool : IAsyncDisposable
{
    private readonly bool owned;

    private Spool(Stream? stream, bool owned) => (Stream, this.owned) = (stream, owned);

    public Stream? Stream { get; }

    public static async Task<Spool> TakeAsync(Stream content, long limit, CancellationToken cancel)
    {
        if (content is FileStream { CanSeek: true } or MemoryStream)
            return content.Length > limit ? new(null, owned: false) : new(content, owned: false);

        var copy = Create();
        try
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
            {
                if (copy.Length + read > limit)
                {
                    await copy.DisposeAsync();
                    return new(null, owned: false);
                }
                await copy.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            copy.Position = 0;
            return new(copy, owned: true);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <summary>A file that only this account can read and that is gone once it is closed: it may hold students' records.</summary>
    private static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 1 << 16,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"check-{Guid.NewGuid():N}"), options);
    }

    public ValueTask DisposeAsync() => owned ? Stream!.DisposeAsync() : ValueTask.CompletedTask;
}
