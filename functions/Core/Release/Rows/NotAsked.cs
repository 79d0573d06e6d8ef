using Core.Release.Columns;
using Core.Routing;

namespace Core.Release.Rows;

/// <summary>Decides whether a column of student-level data is one that nobody asked for (policy section 6).</summary>
internal static class NotAsked
{
    // Words that many attributes and headers share without speaking of the same.
    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
    {
        "student", "students", "data", "by", "of", "the", "and", "for", "in", "at", "level", "levels", "name", "number", "code", "id", "status", "year", "school", "current", "total",
        "count", "type", "all", "per", "each", "with", "information", "scores", "score", "date", "dates", "group",
    };

    /// <summary>A column that tells something of a student that no attribute asked for names. What merely orders or dates the rows is always allowed.</summary>
    public static bool IsFor(ColumnProfile column, ApprovedData approved)
    {
        if (approved.Attributes.Count == 0 || approved.Level is not (DataLevel.DeIdentifiedStudentLevel or DataLevel.IdentifiableRoster))
            return false;
        var trait = TraitRules.Of(column);
        // A school, a grade or a year says which rows these are; other columns of names and codes say little by themselves.
        if (trait is Trait.None or Trait.School or Trait.Grade or Trait.Date)
            return false;
        return !approved.Attributes.Any(attribute => TraitRules.OfName(attribute) == trait || SharesAWord(attribute, column.Header)
            || (SaysAll(attribute) && !trait.IsSensitive()));
    }

    private static bool SaysAll(string attribute) => HeaderWords.Of(attribute).Words is var words && (words.Contains("demographics") || words.Contains("demographic"));

    private static bool SharesAWord(string attribute, string header) =>
        HeaderWords.Of(attribute).Words.Select(Stem).Intersect(HeaderWords.Of(header).Words.Select(Stem), StringComparer.Ordinal).Any(word => !Idle.Contains(word));

    private static string Stem(string word) => word.Length > 4 && word[^1] == 's' ? word[..^1] : word;
}
