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

    // A weaker match than this share of the best one only shares a word with the question.
    private const double WorthShowing = 0.4;

    private const double InTitle = 3;
    private const double InKeywords = 2;
    private const double InCategory = 0.5;

    private readonly IReadOnlyList<Indexed> _index;
    private readonly IReadOnlyDictionary<string, int> _entriesWith;

    /// <summary>Makes a catalogue.</summary>
    public Catalogue(IReadOnlyList<CatalogueEntry> entries)
    {
        Entries = entries;
        _index = [.. entries.Select(entry => new Indexed(
            entry, SearchWords.Of(entry.Title), entry.Keywords.SelectMany(SearchWords.Of).ToHashSet(StringComparer.Ordinal), SearchWords.Of(entry.Category)))];
        _entriesWith = _index.SelectMany(one => one.Title.Union(one.Keywords)).GroupBy(word => word, StringComparer.Ordinal)
            .ToDictionary(word => word.Key, word => word.Count(), StringComparer.Ordinal);
    }

    /// <summary>All entries, in the order of the file.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>The entries that fit a question, best first; empty where none does.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="staff">The asker is school staff.</param>
    public IReadOnlyList<CatalogueEntry> Find(string? query, bool staff)
    {
        var asked = SearchWords.Of(query);
        var scored = _index.Where(one => staff || !one.Entry.StaffOnly)
            .Select(one => (one.Entry, Score: asked.Sum(word => Score(word, one))))
            .Where(one => one.Score > InCategory)
            .OrderByDescending(one => one.Score)
            .ToList();
        return [.. scored.TakeWhile(one => one.Score >= WorthShowing * scored[0].Score).Select(one => one.Entry)];
    }

    /// <summary>
    /// The few that best fit a submission: what is asked for decides. Where that finds nothing, what it is for does, but only by a word of a
    /// title: a purpose is told in words that keywords would take for something else ("case work").
    /// </summary>
    public IReadOnlyList<PublishedDataset> Suggest(Submission submission)
    {
        var staff = submission.Requester.Kind is RequesterKind.SchoolLeader or RequesterKind.Teacher or RequesterKind.CentralOffice;
        var asked = Find(Asked(string.Join(' ', [submission.Data.Scope, .. submission.Data.Attributes])), staff);
        return
        [
            .. (asked.Count > 0 ? asked : NamedIn(Asked(submission.Purpose), staff)).Take(MostSuggestions)
                .Select(entry => new PublishedDataset(entry.Title, entry.Url)),
        ];
    }

    private IEnumerable<CatalogueEntry> NamedIn(string purpose, bool staff)
    {
        var words = SearchWords.Of(purpose);
        return Find(purpose, staff).Where(entry => _index.First(one => one.Entry == entry).Title is var title && words.Any(word => SearchWords.Has(title, word)));
    }

    private static string Asked(string text) => text.Replace(ImmigrationStatus.Removed, " ", StringComparison.Ordinal);

    /// <summary>A word that few entries have says more about which is meant.</summary>
    private double Score(string word, Indexed entry)
    {
        var place = SearchWords.Has(entry.Title, word) ? InTitle / Math.Sqrt(entry.Title.Count)
            : SearchWords.Has(entry.Category, word) && !SearchWords.Has(entry.Keywords, word) ? InCategory / 2 : 0;
        place += SearchWords.Has(entry.Keywords, word) ? InKeywords : 0;
        return place / Math.Sqrt(_entriesWith.GetValueOrDefault(word, 1));
    }

    private sealed record Indexed(CatalogueEntry Entry, IReadOnlySet<string> Title, IReadOnlySet<string> Keywords, IReadOnlySet<string> Category);
}
