using System.Collections.Immutable;

namespace Core.Release.Tables;

/// <summary>
/// Whom a figure is about: a category for each dimension it is broken down by, such as grade 9 and school Mather. A dimension that is
/// not named is not broken down: the group of no dimension is everybody. So the same group has the same key in every file.
/// </summary>
public sealed record Group
{
    /// <summary>The dimension of the school year, whose categories are the years in which school years end.</summary>
    public const string Year = "school year";

    /// <summary>All students.</summary>
    public static readonly Group Everybody = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    private Group(ImmutableSortedDictionary<string, string> by)
    {
        By = by;
        Key = string.Join('\u001e', by.Select(one => $"{one.Key}\u001f{one.Value}"));
    }

    /// <summary>The category in each dimension it is broken down by.</summary>
    public ImmutableSortedDictionary<string, string> By { get; }

    /// <summary>The same for the same group.</summary>
    public string Key { get; }

    /// <summary>The group with these categories.</summary>
    public static Group Of(IEnumerable<KeyValuePair<string, string>> by) => new(by.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>Those of the group who are also in this category.</summary>
    public Group With(string dimension, string category) => new(By.SetItem(dimension, category));

    /// <summary>Those in both groups; where both name a category of one dimension, the other's is taken.</summary>
    public Group And(Group other) => other.By.Count == 0 ? this : By.Count == 0 ? other : new(By.SetItems(other.By));

    /// <summary>The group, not broken down by this dimension.</summary>
    public Group Without(string dimension) => new(By.Remove(dimension));

    /// <summary>Groups are the same where their keys are.</summary>
    public bool Equals(Group? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => By.Count == 0 ? "all students" : string.Join(", ", By.Select(one => $"{one.Key} {one.Value}"));
}
