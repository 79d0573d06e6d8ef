using System.Security.Cryptography;

namespace Service.Storage;

/// <summary>Hashes and counts what is read through it, and ends the reading where it is too much.</summary>
internal sealed class HashedStream(Stream content, long limit) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <summary>There was more than the limit.</summary>
    public bool IsTooLarge => Count > limit;

    /// <summary>SHA-256 of all that was read, lower-case hex. To be asked for once, at the end.</summary>
    public string Hash() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await content.ReadAsync(buffer, cancellationToken);
        return Seen(buffer.Span[..count]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Seen(buffer.AsSpan(offset, content.Read(buffer, offset, count)));

    private int Seen(ReadOnlySpan<byte> bytes)
    {
        Count += bytes.Length;
        if (IsTooLarge)
        {
            throw new InvalidDataException($"There are more than {limit} bytes.");
        }

        hash.AppendData(bytes);
        return bytes.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
        }

        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => Count; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
