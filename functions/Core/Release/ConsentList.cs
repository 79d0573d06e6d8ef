using Core.Disclosure;
using Core.Release.Columns;
using NodaTime;

namespace Core.Release;

/// <summary>
/// The students whose families consented, as lists that were handed in say: a column of student IDs and, where they have them, one that says yes or
/// no and one that says until when (ODA-03; 34 CFR 99.30).
/// </summary>
public sealed class ConsentList
{
    // What withdraws a consent that an earlier list gave.
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase)
    {
        "n", "no", "false", "0", "none", "denied", "declined", "refused", "withdrawn", "revoked", "opt out", "opted out", "non", "não", "retirado", "negado",
    };

    private readonly Dictionary<string, LocalDate> until = new(StringComparer.Ordinal);

    private ConsentList() { }

    /// <summary>How many students it speaks of as consented, whether their consent has ended or not.</summary>
    public int Count => until.Count;

    /// <summary>Whether this student's family consented and the consent still holds on <paramref name="today"/>.</summary>
    public bool Covers(string studentId, LocalDate today) => until.TryGetValue(StudentKey.Of(studentId), out var last) && today <= last;

    /// <summary>
    /// Reads lists in the order in which they came, a later one having the last word on whoever is in it. A file without a column of student IDs, such
    /// as a scan, is no list; null where there is none.
    /// </summary>
    public static ConsentList? Read(IEnumerable<IEnumerable<FilePart>> files, LocalDate today)
    {
        var list = new ConsentList();
        var any = false;
        foreach (var file in files)
        {
            any |= list.Add(file, BirthDates.On(today));
        }

        return any ? list : null;
    }

    private bool Add(IEnumerable<FilePart> file, BirthDates births)
    {
        var (any, rows) = (false, new List<FilePart.Row>());
        foreach (var part in file)
        {
            if (part is FilePart.Row row && HeaderRow.Filled(row) > 0)
                rows.Add(row);
            else if (part is FilePart.Sheet)
                any |= AddSheet(rows, births);
        }

        return AddSheet(rows, births) || any;
    }

    private bool AddSheet(List<FilePart.Row> rows, BirthDates births)
    {
        if (rows.Count == 0)
            return false;
        var at = HeaderRow.IndexIn([.. rows.Take(HeaderRow.LookedAt)], births);
        var header = rows[at].Cells;
        var id = Find(header, IsId);
        var (says, ends) = (Find(header, Says), Find(header, Ends));
        if (id >= 0)
        {
            foreach (var row in rows.Skip(at + 1))
                AddRow(Text(row, id), Text(row, says), Text(row, ends));
        }

        rows.Clear();
        return id >= 0;
    }

    private void AddRow(string studentId, string says, string ends)
    {
        if (studentId.Length == 0)
            return;
        var key = StudentKey.Of(studentId);
        // A date that cannot be read is no date on which anything still holds.
        LocalDate? last = ends.Length == 0 ? LocalDate.MaxIsoValue : Dates.Parse(ends);
        if (No.Contains(says) || last is null)
            until.Remove(key);
        else
            until[key] = last.Value;
    }

    private static int Find(IReadOnlyList<string> header, Func<string, bool> isIt) => header.ToList().FindIndex(cell => cell.Length > 0 && isIt(cell));

    private static bool IsId(string header) => HeaderRules.KindOf(header) is ColumnKind.StudentId or ColumnKind.BareId;

    private static bool Ends(string header) =>
        HeaderWords.Of(header) is var words && (words.Has("until") || words.Has("expires") || words.Has("expiration") || words.Has("expiry")
            || words.Has("ends") || words.Has("end date") || words.Has("valid through") || words.Has("vence") || words.Has("hasta"));

    private static bool Says(string header) => !Ends(header)
        && HeaderWords.Of(header) is var words && !words.Has("date") && !words.Has("fecha")
        && (words.Has("consent") || words.Has("consented") || words.Has("permission") || words.Has("consentimiento") || words.Has("status"));

    private static string Text(FilePart.Row row, int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column].Trim() : "";
}
