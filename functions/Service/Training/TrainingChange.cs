using Core.Training;
using NodaTime;

namespace Service.Training;

/// <summary>What a new register would change, person by person, before it takes effect.</summary>
/// <param name="Added">Who is new.</param>
/// <param name="Removed">Who is no longer in it.</param>
/// <param name="Changed">Whose particulars or records differ.</param>
/// <param name="HeldUp">Who could do something before and cannot after.</param>
/// <param name="Freed">Who can do again what was held up.</param>
public sealed record TrainingChange(
    IReadOnlyList<TrainedPerson> Added, IReadOnlyList<TrainedPerson> Removed, IReadOnlyList<TrainedPerson> Changed,
    IReadOnlyList<string> HeldUp, IReadOnlyList<string> Freed)
{
    /// <summary>Nothing differs.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    /// <summary>In a few words, for the history.</summary>
    public string Summary => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Added.Count} added, {Changed.Count} changed, {Removed.Count} removed");

    /// <summary>Compares two registers.</summary>
    public static TrainingChange Between(TrainingRegister before, TrainingRegister after, TrainingRules rules, LocalDate today)
    {
        var (old, now) = (ByEmail(before), ByEmail(after));
        var names = old.Values.Concat(now.Values).Select(person => person.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new(
            [.. after.People.Where(person => !old.ContainsKey(person.Email))],
            [.. before.People.Where(person => !now.ContainsKey(person.Email))],
            [.. after.People.Where(person => old.TryGetValue(person.Email, out var was) && !Same(was, person))],
            [.. names.Where(name => !IsHeldUp(name, before) && IsHeldUp(name, after))],
            [.. names.Where(name => IsHeldUp(name, before) && !IsHeldUp(name, after))]);

        bool IsHeldUp(string name, TrainingRegister register) => TrainingGate.AllGaps(name, register, rules, today).Count > 0;
    }

    private static Dictionary<string, TrainedPerson> ByEmail(TrainingRegister register) =>
        register.People.ToDictionary(person => person.Email, StringComparer.OrdinalIgnoreCase);

    private static bool Same(TrainedPerson one, TrainedPerson other) =>
        one.Name == other.Name && one.Office == other.Office && one.Roles.SequenceEqual(other.Roles)
        && one.Records.ToHashSet().SetEquals(other.Records);
}
