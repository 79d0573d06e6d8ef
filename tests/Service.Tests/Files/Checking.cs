using Core.Release;
using Core.Routing;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Service.Files;

namespace Service.Tests.Files;

/// <summary>Sends files through the checker as an upload would.</summary>
internal static class Checking
{
    private sealed class Stopped : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 3, 2, 14, 0);
    }

    public static FileChecker Checker(FileLimits? limits = null) => new(new Stopped(), NullLogger<FileChecker>.Instance, limits ?? FileLimits.Standard);

    public static async Task<FileCheck> CheckAsync(byte[] file, string name, DataLevel level = DataLevel.Aggregate, FileLimits? limits = null) =>
        (await ResultAsync(file, name, level, limits)).Check;

    public static Task<FileCheckResult> ResultAsync(byte[] file, string name, DataLevel level, FileLimits? limits = null) =>
        Checker(limits).CheckAsync(new OneWay(file), name, new ApprovedData(level, [], 10), TestContext.Current.CancellationToken);

    public static IEnumerable<string> Codes(this FileCheck check) => check.Findings.Select(finding => finding.Code);

    public static IEnumerable<string> Places(this FileCheck check, string code) =>
        check.Findings.Where(finding => finding.Code == code).Select(finding => finding.Where);

    /// <summary>A stream as a network gives it: no length, no way back, a few bytes at a time.</summary>
    private sealed class OneWay(byte[] bytes) : Stream
    {
        private int at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(Math.Min(count, 1000), bytes.Length - at);
            bytes.AsSpan(at, read).CopyTo(buffer.AsSpan(offset));
            at += read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
