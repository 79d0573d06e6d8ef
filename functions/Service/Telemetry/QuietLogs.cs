using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Service.Telemetry;

/// <summary>
/// Keeps the libraries below from logging what they carry: whole addresses with the key in them, file names, tokens. Nothing beneath a
/// warning of theirs is logged, whatever the settings say, since a setting made in a hurry would leak for years.
/// </summary>
internal sealed class QuietLogs : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Libraries = ["Microsoft", "System", "Azure", "Polly"];

    // Says when the app starts and stops, which is all it says.
    private const string Lifetime = "Microsoft.Hosting.Lifetime";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var providers = options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList();
        for (var at = 0; at < options.Rules.Count; at++)
        {
            var rule = options.Rules[at];
            if (IsOfALibrary(rule.CategoryName) && (rule.LogLevel is null || rule.LogLevel < LogLevel.Warning))
            {
                options.Rules[at] = new(rule.ProviderName, rule.CategoryName, LogLevel.Warning, rule.Filter);
            }
        }

        // A rule for one provider goes before any rule for all, so each provider that has rules gets these as well.
        foreach (var provider in providers)
        {
            foreach (var library in Libraries.Where(library => !options.Rules.Any(rule => rule.ProviderName == provider && rule.CategoryName == library)))
            {
                options.Rules.Add(new(provider, library, LogLevel.Warning, filter: null));
            }
        }
    }

    private static bool IsOfALibrary(string? category) => category is not null && category != Lifetime
        && Array.Exists(Libraries, library => category == library || category.StartsWith($"{library}.", StringComparison.Ordinal));
}
