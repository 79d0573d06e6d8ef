namespace Core.Release.Rows;

/// <summary>Students alike in what two files tell of them both, as one of the files has them.</summary>
/// <param name="Words">What they are alike in, as in "Grade K-5, Gender F".</param>
/// <param name="Students">How many they are.</param>
/// <param name="Values">The value of each key both files have; 0 where the part of the key tells as much.</param>
internal sealed record LinkedClass(string Words, int Students, IReadOnlyList<int> Values);

/// <summary>Classes of two files that hang together: a student of one of them is in another of them or in none.</summary>
internal sealed record LinkedPart(IReadOnlyList<LinkedClass> Here, IReadOnlyList<LinkedClass> There);

/// <summary>
/// Brings the groups of two files together into as few classes as tell the same. A key that only one file has, and a value of a key of
/// whose part every value goes with every other, bounds nothing: students of a class can be anybody of the class beside it.
/// </summary>
internal static class LinkedClasses
{
    /// <param name="shared">What both tell.</param>
    /// <param name="here">The one file.</param>
    /// <param name="there">The other.</param>
    /// <param name="apart">The keys whose values are kept apart; of the others only the part counts.</param>
    public static IReadOnlyList<LinkedPart> Of(SharedKeys shared, RowTable here, RowTable there, IReadOnlyCollection<SharedKey> apart)
    {
        var parts = new Dictionary<string, (Dictionary<string, LinkedClass> Here, Dictionary<string, LinkedClass> There)>(StringComparer.Ordinal);
        for (var group = 0; group < here.Groups; group++)
            See(group, isHere: true);
        for (var group = 0; group < there.Groups; group++)
            See(group, isHere: false);
        return [.. parts.Values.Select(part => new LinkedPart([.. part.Here.Values], [.. part.There.Values]))];

        void See(int group, bool isHere)
        {
            var codes = shared.Keys.Select(key => isHere ? shared.Here(group, key) : shared.There(group, key)).ToArray();
            var ofPart = shared.Keys.Select((key, at) => (isHere ? key.Overlap.Here : key.Overlap.There)[codes[at] - 1]).ToArray();
            var values = shared.Keys.Select((key, at) => apart.Contains(key) && !key.Overlap.IsWhole[ofPart[at]] ? codes[at] : 0).ToArray();
            var name = string.Join(' ', ofPart);
            if (!parts.TryGetValue(name, out var part))
                parts.Add(name, part = (new(StringComparer.Ordinal), new(StringComparer.Ordinal)));
            var (classes, own) = (isHere ? part.Here : part.There, string.Join(' ', values));
            var students = isHere ? here.Students[group] : there.Students[group];
            classes[own] = classes.TryGetValue(own, out var known)
                ? known with { Students = known.Students + students }
                : new(Words(shared, values, ofPart, isHere), students, values);
        }
    }

    private static string Words(SharedKeys shared, int[] values, int[] parts, bool isHere)
    {
        var said = shared.Keys.Select((key, at) => (key.Header, Value: Value(key, values[at], parts[at], isHere))).Where(one => one.Value is not null)
            .Select(one => $"\"{one.Header}\" {one.Value}").ToList();
        return said.Count == 0 ? "all students" : string.Join(", ", said);
    }

    private static string? Value(SharedKey key, int value, int part, bool isHere)
    {
        if (value > 0)
            return Shown((isHere ? key.HereValues : key.ThereValues)[value - 1]);
        // The value of a part is what either file calls it by one name.
        return isHere
            ? Only(key.HereValues, key.Overlap.Here) ?? Only(key.ThereValues, key.Overlap.There)
            : Only(key.ThereValues, key.Overlap.There) ?? Only(key.HereValues, key.Overlap.Here);

        string? Only(IReadOnlyList<string> values, IReadOnlyList<int> parts) =>
            Enumerable.Range(0, values.Count).Where(at => parts[at] == part).Take(2).ToList() is [var only] ? Shown(values[only]) : null;
    }

    private static string Shown(string value) => value.Length == 0 ? "blank" : value;
}
