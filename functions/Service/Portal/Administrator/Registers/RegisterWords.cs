namespace Service.Portal.Administrator.Registers;

/// <summary>The columns of the registers in words.</summary>
internal static class RegisterWords
{
    private static readonly Dictionary<string, (string Label, string? Hint)> Words = new(StringComparer.Ordinal)
    {
        ["name"] = ("Name", "The organization. An entry of this name is corrected."),
        ["domains"] = ("E-mail domains", "Separated by semicolons: partner.example; mail.partner.example."),
        ["programs"] = ("Programs", "Separated by semicolons."),
        ["schools"] = ("School partnerships", "Separated by semicolons."),
        ["complete"] = ("Registration complete", "yes or no: all programs and all school partnerships are registered."),
        ["ndaEndsOn"] = ("Agreement (NDA) ends on", "As 2026-06-30."),
        ["consentUntil"] = ("Family consent on file until", "As 2026-06-30."),
        ["agreements"] = ("Existing agreements", "Separated by semicolons."),
        ["destructionDueOn"] = ("Destruction of data due on", "As 2026-06-30; empty once it is attested."),
        ["note"] = ("Note", null),
        ["number"] = ("Number", "Such as R-2026-014. An entry of this number is corrected."),
        ["title"] = ("Title of the study", null),
        ["researcher"] = ("Researcher", null),
        ["email"] = ("E-mail address", null),
        ["organization"] = ("Organization", null),
        ["from"] = ("First day", "As 2026-01-01."),
        ["until"] = ("Last day", "As 2026-12-31."),
        ["status"] = ("Status", "Approved, Suspended or Revoked."),
    };

    /// <summary>A column's name as people read it.</summary>
    public static string Label(string column) => Words.TryGetValue(column, out var words) ? words.Label : column;

    /// <summary>How to write it; null where that is plain.</summary>
    public static string? Hint(string column) => Words.GetValueOrDefault(column).Hint;
}
