namespace Core.Routing;

/// <summary>The level a request really is, which what is asked for may lift above the one chosen (policy section 2).</summary>
internal static class Levels
{
    /// <summary>The level it really is.</summary>
    public static DataLevel Of(RequestedData data) => Lifting(data).Count > 0 ? DataLevel.IdentifiableRoster : data.Level;

    /// <summary>The attributes that make it a roster although a lower level was chosen.</summary>
    public static IReadOnlyList<string> Lifting(RequestedData data) => data.Level switch
    {
        DataLevel.Directory => [.. data.Attributes.Where(attribute => !StudentAttributes.IsDirectory(attribute))],
        DataLevel.Aggregate or DataLevel.DeIdentifiedStudentLevel => [.. data.Attributes.Where(StudentAttributes.IsDirectIdentifier)],
        _ => [],
    };

    /// <summary>Why the level is another than the one chosen; null where it is not.</summary>
    public static Reason? Explained(RequestedData data) => Lifting(data) switch
    {
        [] => null,
        var lifting when data.Level == DataLevel.Directory => new("LevelLifted",
            $"Directory information is name, age, grade level and dates of enrollment only. With {Quoted(lifting)} this is identifiable student data.", "ODA-03; FERPA §99.37"),
        var lifting => new("LevelLifted",
            $"What you ask for identifies students ({Quoted(lifting)}), so it is identifiable student data.", "ODA-03; FERPA §99.3"),
    };

    private static string Quoted(IReadOnlyList<string> attributes) => string.Join(", ", attributes.Select(attribute => $"\"{attribute}\""));
}
