using System.Diagnostics;
using Core.Authorities;
using Core.Disclosure;
using NodaTime;
using NodaTime.Text;
using Service.Portal.Layout;
using Service.Reports;

namespace Service.Portal.Administrator.Reports;

/// <summary>The law-enforcement log and the disclosure ledger as tables, the latest first.</summary>
internal static class RecordSheets
{
    /// <summary>Most lines of a page: a roster of 400 students has 400 entries. The files have all.</summary>
    private const int MostLines = 300;

    private const string None = "–";

    public static Sheet Law(LocalDate from, LocalDate to, IReadOnlyList<LawEnforcementRequest> rows, Dates dates) => new(
        "Law-enforcement log",
        "Every request of law enforcement, and every warrant, subpoena or court order, whoever brings it." + Latest(rows.Count),
        $"/admin/reports/law-enforcement?from={Iso(from)}&to={Iso(to)}",
        [
            Text("Request"), Text("Came in"), Text("Agency"), Text("School"), Text("Paper or claim"), Text("Asked for"), Text("Ground"),
            Text("Decided by"), Text("Only this may leave"), Text("Stands"), Text("Disclosed"),
        ],
        [
            .. rows.Reverse().Take(MostLines).Select(row => (IReadOnlyList<SheetCell>)
            [
                new(row.Id, Href: $"/staff/requests/{row.Id}"), new(Day(row.At, dates)), new(row.Agency), new(row.School ?? None),
                new(row.Instrument is { } paper ? Words.Of(paper) : row.ClaimedException is { } claimed ? Words.Of(claimed) : None),
                new(row.InformationAsked), new(row.Ground is { } ground ? AuthorityWords.For(ground) : None),
                new(row.ApprovedBy is { } by ? $"{by}, {Day(row.DecidedAt!.Value, dates)}" : None), new(row.InformationApproved ?? None),
                new(Words.Of(row.Status)), new(row.Disclosed ? "Yes" : "No"),
            ]),
        ],
        "No authority asked for anything in this time.") { Choices = Span(from, to) };

    public static Sheet Disclosures(LocalDate from, LocalDate to, IReadOnlyList<LedgerEntry> rows, Dates dates) => new(
        "Disclosures",
        "Requests for and disclosures of identifiable information, an entry a student (34 CFR 99.32). Analysts see no student IDs; that you look is on record." + Latest(rows.Count),
        $"/admin/reports/disclosures?from={Iso(from)}&to={Iso(to)}",
        [
            Text("Request"), Text("When"), Text("What happened"), Text("Student"), Text("Received by"), Text("Interest"), Text("Ground"), Text("Information"),
        ],
        [
            .. rows.Reverse().Take(MostLines).Select(row => (IReadOnlyList<SheetCell>)
            [
                new(row.RequestId, Href: $"/staff/requests/{row.RequestId}"), new(Day(row.At, dates)), new(Kind(row.Kind)), new(row.StudentId ?? "Not said"),
                new(row.Organization is { } organization ? $"{row.Receiver}, {organization}" : row.Receiver), new(row.LegitimateInterest), new(row.Ground), new(row.What),
            ]),
        ],
        "Nothing identifiable was asked for or disclosed in this time.") { Choices = Span(from, to) };

    private static string Latest(int count) => count > MostLines ? $" The latest {MostLines} of {count} are shown; the files have all." : "";

    private static string Kind(LedgerKind kind) => kind switch
    {
        LedgerKind.Request => "Asked for",
        LedgerKind.Disclosure => "Disclosed",
        LedgerKind.RefusedRequest => "Asked for and refused",
        _ => throw new UnreachableException(),
    };

    private static string Day(Instant at, Dates dates) => Iso(at.InZone(dates.Zone).Date);
    private static SheetColumn Text(string name) => new(name, IsNumber: false);
    private static SheetChoice[] Span(LocalDate from, LocalDate to) => [new("from", "From", Iso(from), []), new("to", "To", Iso(to), [])];
    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
