using Core.Accountability;
using Core.Release.Columns;
using Core.Routing;

namespace Core.Release;

/// <summary>
/// Columns that a reviewer's approval does not cover, and reports of the school police among education records (policy section 3, rule 3;
/// 34 CFR 99.8). Both block: no second person can let them through.
/// </summary>
internal static class BeyondApproval
{
    // Words that change nothing about what a column holds.
    private static readonly HashSet<string> Filler = new(StringComparer.Ordinal)
    {
        "of", "the", "a", "an", "and", "for", "in", "by", "at", "student", "students", "s", "his", "her", "their", "current",
    };

    /// <summary>The finding on a column; null where it may stay.</summary>
    public static Finding? On(ColumnProfile column, string place, ApprovedData approved)
    {
        if (approved.Only is { } only && !Covers(only, column.Header))
        {
            return new(FindingCode.BeyondApproval, place,
                $"The reviewer approved {string.Join(", ", only)} and nothing else: remove the column, or ask the reviewer anew.");
        }

        return approved.IsForEducationRecords && !approved.IsAggregate && Vocabulary.NamesPoliceRecords(column.Header)
            ? new(FindingCode.PoliceRecord, place,
                "This is from a report of the school police, which is kept apart from education records and never leaves with them: remove the column.")
            : null;
    }

    /// <summary>
    /// The finding on a report of the school police that stands beside education records: in a file for law enforcement the two stay apart as well, or
    /// the one would become part of the other (34 CFR 99.8(b)). Null where it may stay.
    /// </summary>
    public static Finding? Mixed(ColumnProfile column, IReadOnlyList<ColumnProfile> all, string place, ApprovedData approved) =>
        !approved.IsForEducationRecords && !approved.IsAggregate && Vocabulary.NamesPoliceRecords(column.Header)
        && EducationRecordIn(all) is { } education
            ? KeptApart(place, education.Header)
            : null;

    /// <summary>The first column of education records; null where there is none.</summary>
    public static ColumnProfile? EducationRecordIn(IReadOnlyList<ColumnProfile> columns) =>
        columns.FirstOrDefault(column => column.Cells > 0 && IsEducationRecord(column.Header));

    /// <summary>The first column of reports of the school police; null where there is none.</summary>
    public static ColumnProfile? PoliceRecordIn(IReadOnlyList<ColumnProfile> columns) =>
        columns.FirstOrDefault(column => column.Cells > 0 && Vocabulary.NamesPoliceRecords(column.Header));

    /// <summary>Reports of the school police stand with education records.</summary>
    public static Finding KeptApart(string place, string education) => new(FindingCode.PoliceRecord, place,
        $"Reports of the school police are kept apart from education records, and \"{education}\" is one: release the two as files of their own.");

    private static bool IsEducationRecord(string header) => InformationKinds.Of([header]).Any(kind =>
        kind is InformationKind.Attendance or InformationKind.Discipline or InformationKind.Academic or InformationKind.Health or InformationKind.WholeRecord);

    /// <summary>Whether every word of a header is in one thing approved. The ID under which each disclosure is recorded may always be there.</summary>
    public static bool Covers(IReadOnlyList<string> only, string header)
    {
        if (HeaderRules.KindOf(header) == ColumnKind.StudentId)
        {
            return true;
        }

        var words = Telling(header);
        return words.Count > 0 && only.Any(one => words.IsSubsetOf(Telling(one)));
    }

    private static HashSet<string> Telling(string text) => HeaderWords.Of(text).Words
        .Where(word => !Filler.Contains(word) && !word.All(char.IsDigit)).Select(Singular).ToHashSet(StringComparer.Ordinal);

    private static string Singular(string word) => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
}
