namespace Service.Settings;

/// <summary>The app cannot start as it is set up.</summary>
/// <param name="problems">All that is wrong, a line each: the setting's name, and what to do.</param>
internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
