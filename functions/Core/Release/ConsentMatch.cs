using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Core.Release;

/// <summary>
/// Matches the students of a file with the consent that is in hand (policy section 6): a student without it blocks the file, unless an approver recorded
/// the exception that covers them.
/// </summary>
public static class ConsentMatch
{
    private const int ShownRows = 10;

    /// <summary>Whether consent is asked for a student each, and nobody recorded an exception.</summary>
    public static bool IsAsked(RequestState state) =>
        state.Requirements.Contains(Requirement.FamilyConsent) && state.ConsentException is null;

    /// <summary>The students of a file that no list covers on this day.</summary>
    public static IReadOnlyList<string> Without(ConsentList list, IEnumerable<string> studentIds, LocalDate today) =>
        [.. studentIds.Where(id => !list.Covers(id, today))];

    /// <summary>The finding on a file; null where every student in it has consent. Names rows, never IDs: findings are kept.</summary>
    public static Finding? On(FileCheckResult result, ConsentList list, LocalDate today)
    {
        var places = Without(list, result.StudentIds, today)
            .Select(id => result.StudentPlaces.GetValueOrDefault(id)).OrderBy(place => place.Sheet, StringComparer.Ordinal).ThenBy(place => place.Row).ToList();
        if (places.Count == 0)
            return null;
        var rows = string.Join(", ", places.Take(ShownRows).Select(place => Place.Row(place.Sheet, place.Row)));
        return Sentences.NoConsent(places.Count > ShownRows ? $"{rows} and {places.Count - ShownRows} more" : rows, places.Count, result.StudentIds.Count);
    }
}
