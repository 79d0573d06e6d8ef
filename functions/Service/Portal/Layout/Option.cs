namespace Service.Portal.Layout;

/// <summary>One answer to choose.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
/// <param name="Hint">A further line that explains it.</param>
public sealed record Option(string Value, string Label, string? Hint = null);
