using Core.Release;

namespace Core.Tests.Release;

/// <summary>Compares checks finding by finding: lists compare by reference.</summary>
internal sealed class FileChecks : IEqualityComparer<FileCheck>
{
    public static FileChecks Same { get; } = new();

    public bool Equals(FileCheck? x, FileCheck? y) => x?.Verdict == y?.Verdict && x!.Findings.SequenceEqual(y!.Findings);

    public int GetHashCode(FileCheck check) => check.Findings.Count;
}
