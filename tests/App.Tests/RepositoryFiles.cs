using System.Runtime.CompilerServices;

namespace App.Tests;

/// <summary>Files of the repository, found from where this one was compiled.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
