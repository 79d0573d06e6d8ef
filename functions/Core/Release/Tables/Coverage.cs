using Core.Release.Columns;
using Core.Routing;

namespace Core.Release.Tables;

/// <summary>Whom a request is about, as far as its words say so in a way that can be compared.</summary>
public static class Coverage
{
    /// <summary>Words that do not narrow a population down.</summary>
    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
    {
        "all", "every", "the", "of", "in", "at", "our", "district", "districts", "public", "schools", "school", "students", "student", "pupils", "enrolled",
        "any", "everyone", "everybody", "wide", "districtwide", "who", "are", "attending", "currently", "and", "from", "by", "for", "a", "city", "grades", "grade", "k", "12", "pk",
    };

    /// <summary>A school year however it is written, as the year it ends in; null where the text is none.</summary>
    public static string? YearOf(string text) => Categories.YearOf(text);

    /// <summary>The group.</summary>
    public static Group Of(RequestedData data)
    {
        var group = data.SchoolYears is [var year] ? Group.Everybody.With(Categories.Year, Categories.YearOf(year) ?? year.Trim()) : Group.Everybody;
        if (string.IsNullOrWhiteSpace(data.Population))
        {
            return group;
        }

        var text = data.Population.Trim();
        if (Categories.Of(text) is { } known)
        {
            return group.With(known.Dimension, known.Category);
        }

        // "All students except English learners": what comes after the exception is left out.
        var words = HeaderWords.Of(text).Words;
        var left = words.SkipWhile(word => word is not ("except" or "excluding" or "without" or "not" or "minus")).ToList();
        if (left.Count > 1 && words.Take(words.Count - left.Count).All(Idle.Contains) && Categories.Of(string.Join(' ', left)) is { } excepted)
        {
            return group.With(excepted.Dimension, excepted.Category);
        }

        var telling = words.Where(word => !Idle.Contains(word)).Order(StringComparer.Ordinal).ToList();
        return telling.Count == 0 ? group : group.With("population", string.Join(' ', telling));
    }
}
