using System.Globalization;
using Core.Policy;

namespace Core.Notifications;

/// <summary>Letters to the administrators that are about no single request: the daily digest, and what the sweep found.</summary>
public static class UpkeepLetters
{
    /// <summary>More requests than these of one kind are only counted: the board has them all.</summary>
    public const int MostListed = 20;

    /// <summary>The daily digest.</summary>
    /// <param name="digest">What to tell; not empty.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="site">Address of the site.</param>
    public static Letter Daily(Digest digest, OfficePolicy policy, string site)
    {
        (string Name, string Says, IReadOnlyList<DigestLine> Lines)[] parts =
        [
            ("overdue", "Past their deadline:", digest.Overdue), ("due soon", "Due soon:", digest.DueSoon),
            ("stuck", "Stuck:", digest.Stuck),
        ];
        var told = parts.Where(part => part.Lines.Count > 0).ToList();
        return new(
            "Data requests today: " + string.Join(", ", told.Select(part => $"{Number(part.Lines.Count)} {part.Name}")),
            "Hello,",
            [.. told.SelectMany(part => new Passage[] { part.Says, new Passage.Listed([.. Listed(part.Lines)]) })],
            [new("Day", Dates.Day(digest.Day)), .. told.Select(part => new Fact(Capital(part.Name), Number(part.Lines.Count)))],
            new("Open the board", site.TrimEnd('/') + "/admin/sla"),
            null,
            Closing(policy));
    }

    /// <summary>What the sweep had to start again. It is mended; the letter is so that somebody looks why.</summary>
    /// <param name="found">What was found; not empty.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="site">Address of the site.</param>
    public static Letter Restarted(IReadOnlyList<DigestLine> found, OfficePolicy policy, string site) => new(
        found.Count == 1 ? "1 data request had to be started again" : $"{Number(found.Count)} data requests had to be started again",
        "Hello,",
        [
            "The daily check found requests that nothing would have woken in time. They go on by themselves now, and nothing was lost; mail about " +
                "them may have been late.",
            new Passage.Listed([.. Listed(found)]),
        ],
        [new("Started again", Number(found.Count))],
        new("Open the board", site.TrimEnd('/') + "/admin/sla"),
        null,
        Closing(policy));

    private static IEnumerable<string> Listed(IReadOnlyList<DigestLine> lines) => lines
        .Take(MostListed).Select(line => $"{line.RequestId}: {line.What}")
        .Concat(lines.Count > MostListed ? [$"and {Number(lines.Count - MostListed)} more, on the board"] : []);

    private static IReadOnlyList<string> Closing(OfficePolicy policy) =>
        [$"{policy.District.OfficeName}, {policy.District.Name}", "Sent by the data request system."];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
