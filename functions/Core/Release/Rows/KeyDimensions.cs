using Core.Release.Columns;
using Core.Release.Tables;

namespace Core.Release.Rows;

/// <summary>Names what keys are about in the same words in every file, so that two files' keys can be told to be the same.</summary>
internal static class KeyDimensions
{
    /// <summary>One for each column; no two of one table are the same.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ColumnProfile> columns)
    {
        var names = columns.Select(Of).ToList();
        var several = names.CountBy(name => name, StringComparer.Ordinal).Where(name => name.Value > 1).Select(name => name.Key)
            .ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < names.Count; at++)
        {
            // Of two columns about a race, each is known by its own words.
            if (several.Contains(names[at]))
                names[at] = string.Join(' ', HeaderWords.Of(columns[at].Header).Words);
            if (!taken.Add(names[at]))
                taken.Add(names[at] = $"{names[at]}, column {Place.Letters(columns[at].Index)}");
        }
        return names;
    }

    private static string Of(ColumnProfile column) => TraitRules.Of(column) switch
    {
        Trait.Grade => Categories.Grade,
        Trait.Race => "race",
        Trait.Gender => "gender",
        Trait.EnglishLearner => "english learner",
        Trait.Disability => "disability",
        Trait.Language => "language",
        Trait.Age => "age",
        // The year of birth is no school year.
        Trait.Date => string.Join(' ', HeaderWords.Of(column.Header).Words),
        _ => Categories.DimensionOf(column),
    };
}
