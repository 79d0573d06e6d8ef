using System.Text.Json;
using System.Text.RegularExpressions;
using Core.Languages;
using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>Whether a page speaks its language throughout.</summary>
internal static partial class Spoken
{
    // What people wrote themselves, what is marked as being English, and names; every other text a reader meets.
    private const string Texts = """
        () => {
          const skipped = '[lang="en"], [dir="auto"], .office-header__name, .office-languages, .office-id, script, style, noscript';
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            if (!walker.currentNode.parentElement.closest(skipped)) found.push(walker.currentNode.data.trim());
          }
          for (const field of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
            if (!field.closest(skipped)) found.push(...['aria-label', 'placeholder', 'title', 'alt'].map(name => field.getAttribute(name) ?? ''));
          }
          return [document.title, ...found].filter(text => text);
        }
        """;

    // Names that stay as they are in every language.
    private static readonly string[] Names =
        ["Office of Data and Accountability", "Office of the Superintendent", "Office of Legal Advisor", "Data and Accountability"];

    private static readonly IReadOnlyDictionary<string, string> English = Of("en");

    /// <summary>Fails where the page has English in it: its commonest words, or a text that the language has words of its own for.</summary>
    /// <param name="page">The page.</param>
    /// <param name="say">Its language.</param>
    /// <param name="typed">What people wrote, which stays as it is.</param>
    public static async Task ShouldSpeakAsync(this IPage page, Texts say, IEnumerable<string> typed)
    {
        var own = Of(say.Tag);
        var elsewhere = English.Where(text => text.Value.Contains(' ') && own.GetValueOrDefault(text.Key) != text.Value).Select(text => text.Value).ToHashSet();
        List<string> kept = [.. Names, .. typed.OrderByDescending(text => text.Length)];
        var texts = await page.EvaluateAsync<string[]>(Texts);
        texts.Where(text => elsewhere.Contains(text) || Words().IsMatch(kept.Aggregate(text, (left, name) => left.Replace(name, ""))))
            .ShouldBeEmpty($"{page.Url} in {say.Tag}");
    }

    private static Dictionary<string, string> Of(string tag)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Look.RepositoryRoot(), "functions", "Core", "Languages", $"{tag}.json")));
        return file.RootElement.GetProperty("texts").EnumerateObject().Where(text => text.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\b(the|your|of|with|this|was|will|and|have|from|which|request|file)\b", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Words();
}
