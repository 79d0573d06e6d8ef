namespace Service.Api.Bodies;

/// <summary>All that is wrong with an input, by JSON path such as "requester.email": the sender mends it in one go.</summary>
internal sealed class BodyErrors
{
    // More tell nobody anything, and an answer must not grow with a hostile body.
    private const int Most = 50;

    private readonly SortedDictionary<string, List<string>> byPath = new(StringComparer.Ordinal);

    /// <summary>Nothing is wrong so far.</summary>
    public bool None => byPath.Count == 0;

    /// <summary>Notes a problem.</summary>
    public void Add(string path, string problem)
    {
        if (byPath.TryGetValue(path, out var problems))
        {
            problems.Add(problem);
        }
        else if (byPath.Count < Most)
        {
            byPath[path] = [problem];
        }
    }

    /// <summary>The problems so far.</summary>
    public IReadOnlyDictionary<string, string[]> ByPath() =>
        byPath.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
}
