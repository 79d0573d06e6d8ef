using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Audit;
using Service.Disclosures;
using Service.Portal.Layout;
using Service.Reports;
using Service.SignIn;
using LedgerEntry = Core.Disclosure.LedgerEntry;

namespace Service.Portal.Administrator;

/// <summary>
/// The record about one student, which a family may inspect (34 CFR 99.32(b)). The ID is typed into a form and never part of an address;
/// every look is on record.
/// </summary>
internal static class DisclosurePages
{
    private const int LongestId = 100;

    public static void Map(IEndpointRouteBuilder staff)
    {
        staff.MapGet("/admin/disclosures", async (HttpContext http, FrameSource frames) => PageOf(await frames.ForAsync(http), Entries.Blank("student"), null));
        staff.MapPost("/admin/disclosures", FindAsync);
        staff.MapPost("/admin/disclosures/csv", CsvAsync);
    }

    private static async Task<IResult> FindAsync(HttpContext http, DisclosureLedger ledger, ReadTrail reads, FrameSource frames)
    {
        var entries = Entries.From("student", await http.Request.ReadFormAsync(http.RequestAborted));
        return PageOf(await frames.ForAsync(http), entries, await RecordAsync(http, entries, ledger, reads));
    }

    private static async Task<IResult> CsvAsync(HttpContext http, DisclosureLedger ledger, ReadTrail reads, FrameSource frames)
    {
        var entries = Entries.From("student", await http.Request.ReadFormAsync(http.RequestAborted));
        if (await RecordAsync(http, entries, ledger, reads) is not { } record)
        {
            return PageOf(await frames.ForAsync(http), entries, null);
        }

        http.Response.Headers.ContentDisposition = "attachment; filename=\"disclosures.csv\"";
        return Results.Text(Tables.AsCsv(record), $"{Csv.MediaType}; charset=utf-8");
    }

    /// <summary>The record; null where no ID was typed that could be one.</summary>
    private static async Task<IReadOnlyList<LedgerEntry>?> RecordAsync(HttpContext http, Entries entries, DisclosureLedger ledger, ReadTrail reads)
    {
        if (entries["studentId"] is not { Length: > 0 and <= LongestId } student)
        {
            return null;
        }

        await reads.RecordAsync(StaffSignIn.Of(http.User)!, ReadOf.StudentLedger, http.RequestAborted, studentId: student);
        return await ledger.AboutStudentAsync(student, http.RequestAborted);
    }

    private static IResult PageOf(Frame frame, Entries entries, IReadOnlyList<LedgerEntry>? record)
    {
        var isWrong = record is null && entries.Values.Count > 0;
        var shown = isWrong ? entries.Wrong(new FieldError("studentId", $"Enter the student's ID, at most {LongestId} characters")) : entries;
        return Page.Of<Disclosures>(frame, new DisclosureView(shown, record), isWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }
}
