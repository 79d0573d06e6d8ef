using Core.Requests;
using NodaTime;

namespace Core.Training;

/// <summary>A training somebody completed.</summary>
/// <param name="Course">The course's code.</param>
/// <param name="CompletedOn">When.</param>
/// <param name="ValidUntil">The last day on which it holds.</param>
public sealed record TrainingRecord(string Course, LocalDate CompletedOn, LocalDate ValidUntil);

/// <summary>A member of the staff as the register knows them.</summary>
/// <param name="Name">As they sign in.</param>
/// <param name="Email">Where reminders go; identifies the person.</param>
/// <param name="Office">The office or school they work for, in the district's own words.</param>
/// <param name="Roles">Their roles in this system.</param>
/// <param name="Records">What they completed; empty where nothing is on record.</param>
public sealed record TrainedPerson(
    string Name, string Email, string Office, IReadOnlyList<StaffRole> Roles, IReadOnlyList<TrainingRecord> Records)
{
    /// <summary>The record of a course that holds longest; null where there is none.</summary>
    public TrainingRecord? Latest(string course) => Records
        .Where(record => record.Course.Equals(course, StringComparison.OrdinalIgnoreCase)).MaxBy(record => record.ValidUntil);
}

/// <summary>The staff and their training. Immutable; each change makes a new version.</summary>
public sealed class TrainingRegister
{
    private readonly Dictionary<string, TrainedPerson> byName;

    /// <summary>Makes a register.</summary>
    /// <param name="version">Grows by one with each change.</param>
    /// <param name="people">The staff; names and addresses are each given once.</param>
    public TrainingRegister(int version, IEnumerable<TrainedPerson> people)
    {
        Version = version;
        People = [.. people.OrderBy(person => person.Office, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
        byName = new(StringComparer.OrdinalIgnoreCase);
        foreach (var person in People)
        {
            // Whoever signs in by address is known by it, too.
            byName.TryAdd(Folded(person.Name), person);
            byName.TryAdd(Folded(person.Email), person);
        }
    }

    /// <summary>A register that nobody filled.</summary>
    public static TrainingRegister Empty { get; } = new(1, []);

    /// <summary>Grows by one with each change.</summary>
    public int Version { get; }
    /// <summary>The staff, by office and name.</summary>
    public IReadOnlyList<TrainedPerson> People { get; }

    /// <summary>The person who signs in by this name or address; null where the register does not know them.</summary>
    public TrainedPerson? Find(string signedInAs) => byName.GetValueOrDefault(Folded(signedInAs));

    /// <summary>A name as it is compared: case and the number of spaces do not matter.</summary>
    public static string Folded(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
