namespace Local;

/// <summary>Where Local keeps what it makes. All of it is under the repository's git-ignored <c>.local</c>.</summary>
internal static class Places
{
    /// <summary>The repository's folder; the current folder where the program runs outside a repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The git-ignored folder for what is made here and never shared.</summary>
    public static string Made => Path.Combine(Repository, ".local");

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
                return folder.FullName;
        }

        return Directory.GetCurrentDirectory();
    }
}
