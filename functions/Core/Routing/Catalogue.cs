using System.Globalization;
using System.Text;

namespace Core.Routing;

/// <summary>A published dataset as the district's catalogue file lists it (ODA-03, Appendix I).</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Category">Its heading in the catalogue.</param>
/// <param name="Keywords">Words people use for it, in any language of the portal.</param>
/// <param name="StaffOnly">Offered to school staff only (Aspen, Panorama).</param>
public sealed record CatalogueEntry(string Title, string Url, string Category, IReadOnlyList<string> Keywords, bool StaffOnly = false);

/// <summary>The published datasets and a search that takes a question as a person types it.</summary>
public sealed class Catalogue
{
    private const int MostSuggestions = 5;

    // Words that appear in every question about school data tell nothing about which dataset fits.
    private static readonly HashSet<string> Everyday = Words(
        "a an and are at by for from how in is it last many much of on or our per the their this to what when where which who with year years "
        + "school schools student students kid kids child children data number numbers rate rates percent report reports district grade grades level "
        + "el la los las de del que cuantos cuantas como por para en un una y con ano anos escuela escuelas estudiante estudiantes alumnos datos").ToHashSet(StringComparer.Ordinal);

    private readonly IReadOnlyList<(CatalogueEntry Entry, HashSet<string> Title, HashSet<string> Keywords)> _index;

    /// <summary>Makes a catalogue.</summary>
    public Catalogue(IReadOnlyList<CatalogueEntry> entries)
    {
        Entries = entries;
        _index = [.. entries.Select(entry => (entry,
            Words(entry.Title).ToHashSet(StringComparer.Ordinal),
            entry.Keywords.Append(entry.Category).SelectMany(Words).ToHashSet(StringComparer.Ordinal)))];
    }

    /// <summary>All entries, in the order of the file.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>The entries that fit a question, best first; empty where none does.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="staff">The asker is school staff.</param>
    public IReadOnlyList<CatalogueEntry> Find(string? query, bool staff)
    {
        var asked = Words(query ?? "").Where(word => !Everyday.Contains(word)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _index.Where(one => staff || !one.Entry.StaffOnly)
                .Select(one => (one.Entry, Score: (3.0 * asked.Count(one.Title.Contains) / Math.Sqrt(one.Title.Count + 1)) + (2.0 * asked.Count(one.Keywords.Contains))))
                .Where(one => one.Score > 0)
                .OrderByDescending(one => one.Score)
                .Select(one => one.Entry),
        ];
    }

    /// <summary>The few that best fit a submission.</summary>
    public IReadOnlyList<PublishedDataset> Suggest(Submission submission) =>
    [
        .. Find(string.Join(' ', [submission.Data.Scope, submission.Purpose, .. submission.Data.Attributes]), IsStaff(submission.Requester.Kind))
            .Take(MostSuggestions).Select(entry => new PublishedDataset(entry.Title, entry.Url)),
    ];

    private static bool IsStaff(RequesterKind kind) => kind is RequesterKind.SchoolLeader or RequesterKind.Teacher or RequesterKind.CentralOffice;

    private static IEnumerable<string> Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stem);
    }

    /// <summary>Takes off the commonest endings, so that "dropped", "dropping" and "drops" are one word.</summary>
    private static string Stem(string word) => word switch
    {
        { Length: > 5 } when word.EndsWith("pped", StringComparison.Ordinal) || word.EndsWith("tted", StringComparison.Ordinal) => word[..^3],
        { Length: > 5 } when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
        { Length: > 5 } when word.EndsWith("ion", StringComparison.Ordinal) => word[..^3],
        { Length: > 4 } when word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word.EndsWith('s') || word.EndsWith('e') => word[..^1],
        _ => word,
    };
}
