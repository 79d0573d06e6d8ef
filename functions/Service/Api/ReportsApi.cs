using Core.Accountability;
using Core.Disclosure;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Audit;
using Service.Calendar;
using Service.Disclosures;
using Service.PublishedData;
using Service.Reports;
using Service.SignIn;

namespace Service.Api;

/// <summary>What the office must be able to show (policy section 5).</summary>
internal static class ReportsApi
{
    private const string FromTo = "A date or a time; the first is included, the second is not. The last year where neither is given.";
    private const string Day = "A date such as 2026-03-02, included. The last twelve months where neither is given.";
    private const string Withheld = "withheld";
    private static readonly Duration Year = Duration.FromDays(366);

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/reports").WithTags("Staff");
        group.MapGet("/disclosures", DisclosuresAsync).Gives<IReadOnlyList<LedgerEntry>>(200, "application/json", Csv.MediaType).Refuses(400, 401, 403)
            .TakesQuery(("studentId", "All about this student; for approvers and administrators."), ("from", FromTo), ("to", FromTo))
            .WithSummary("Requests for and disclosures of identifiable information, an entry a student (34 CFR 99.32). Analysts see no student IDs.");
        group.MapGet("/reads", ReadsAsync)
            .Gives<IReadOnlyList<ReadEntry>>(200, "application/json", Csv.MediaType).Refuses(400, 401, 403)
            .TakesQuery(("from", FromTo), ("to", FromTo))
            .WithSummary("Who of the staff looked at identifiable data, and at what. Downloads are in the requests' own histories.");
        group.MapGet("/law-enforcement", LawEnforcementAsync)
            .Gives<IReadOnlyList<LawEnforcementRequest>>(200, "application/json", Csv.MediaType).Refuses(400, 401, 403)
            .TakesQuery(("from", FromTo), ("to", FromTo))
            .WithSummary("What law enforcement asked for, who decided, and whether data left.");
        group.MapGet("/accountability", AccountabilityAsync)
            .Gives<AccountabilityFile>(200, "application/json", Csv.MediaType).Refuses(400, 401, 403)
            .TakesQuery(("from", Day), ("to", Day))
            .WithSummary("Requests of law enforcement and disclosures to it, counted: for the office, over any days. Small numbers of students are \"*\".");
        api.MapGet("/reports/accountability/{year}", PublicAccountabilityAsync).WithTags("Public")
            .Gives<AccountabilityFile>(200, "application/json", Csv.MediaType).Refuses(404)
            .WithSummary("The same for anybody, a school year such as 2025-26 at a time. Numbers of students come when the year is published.");
        group.MapGet("/catalog", CatalogueAsync)
            .Gives<IReadOnlyList<CatalogueUse>>(200, "application/json", Csv.MediaType).Refuses(400, 401, 403)
            .TakesQuery(("from", "The first month, such as 2026-01. A year ago where it is not given."), ("to", "The last month. This one where it is not given."))
            .WithSummary("How often each published dataset was shown, opened, and made a request unnecessary, by month.");
    }

    private static async Task<IResult> DisclosuresAsync(
        HttpContext http, DisclosureLedger ledger, ReadTrail reads, CalendarStore calendars, IClock clock, CancellationToken cancel)
    {
        var query = new QueryValues(http.Request.Query);
        var student = query.Text("studentId");
        var (from, to) = Span(query, (await calendars.CurrentAsync(cancel)).Zone, clock, all: student is not null);
        if (!query.Errors.None)
        {
            return Problems.BadInput(query.Errors.ByPath());
        }

        var by = StaffSignIn.Of(http.User)!;
        if (student is not null && !MayNameStudents(by))
        {
            return Problems.Forbidden("Only approvers and administrators look up a student.");
        }

        if (student is null)
        {
            return Tables.Answer(http.Request, "disclosures", await StreamAsync(by, from, to, ledger, reads, cancel));
        }

        await reads.RecordAsync(by, ReadOf.StudentLedger, cancel, studentId: student);
        var entries = (await ledger.AboutStudentAsync(student, cancel)).Where(entry => entry.At >= from && entry.At < to);
        return Tables.Answer(http.Request, "disclosures", entries.OrderBy(entry => entry.At).ToList());
    }

    /// <summary>
    /// The ledger of a span of time as somebody may see it, oldest first. Reading it is itself a look at identifiable information (policy
    /// section 5), and on record before it is shown.
    /// </summary>
    public static async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(
        Actor.Staff by, Instant from, Instant to, DisclosureLedger ledger, ReadTrail reads, CancellationToken cancel) =>
        await (await StreamAsync(by, from, to, ledger, reads, cancel)).OrderBy(entry => entry.At).ToListAsync(cancel);

    /// <summary>
    /// The same as it is read, page by page, for files of any length: month by month, in the order in which it was written. That somebody looks is
    /// on record before the first entry is read.
    /// </summary>
    public static async Task<IAsyncEnumerable<LedgerEntry>> StreamAsync(
        Actor.Staff by, Instant from, Instant to, DisclosureLedger ledger, ReadTrail reads, CancellationToken cancel)
    {
        await reads.RecordAsync(by, ReadOf.Ledger, cancel);
        var namesStudents = MayNameStudents(by);
        return ledger.AllAsync(from, to, cancel)
            .Select(entry => namesStudents || entry.StudentId is null ? entry : entry with { StudentId = Withheld });
    }

    private static async Task<IResult> ReadsAsync(
        HttpContext http, ReadTrail reads, CalendarStore calendars, IClock clock, CancellationToken cancel)
    {
        var query = new QueryValues(http.Request.Query);
        var (from, to) = Span(query, (await calendars.CurrentAsync(cancel)).Zone, clock, all: false);
        if (!query.Errors.None)
        {
            return Problems.BadInput(query.Errors.ByPath());
        }

        await reads.RecordAsync(StaffSignIn.Of(http.User)!, ReadOf.Reads, cancel);
        return Tables.Answer(http.Request, "reads", await reads.AllAsync(from, to, cancel).Select(ReadLine.Of).ToListAsync(cancel));
    }

    private static bool MayNameStudents(Actor.Staff by) => by.Roles.Contains(StaffRole.Approver) || by.Roles.Contains(StaffRole.Administrator);

    private static async Task<IResult> LawEnforcementAsync(
        HttpContext http, LawEnforcementReport report, CalendarStore calendars, IClock clock, CancellationToken cancel)
    {
        var query = new QueryValues(http.Request.Query);
        var (from, to) = Span(query, (await calendars.CurrentAsync(cancel)).Zone, clock, all: false);
        return query.Errors.None
            ? Tables.Answer(http.Request, "law-enforcement", await report.AllAsync(from, to, cancel))
            : Problems.BadInput(query.Errors.ByPath());
    }

    private static async Task<IResult> AccountabilityAsync(
        HttpRequest request, AccountabilityReports reports, PerformanceReport performance, CancellationToken cancel)
    {
        var query = new QueryValues(request.Query);
        var (from, to) = await PerformanceApi.SpanAsync(query, performance, cancel);
        return query.Errors.None
            ? AccountabilityFile.Answer(request, await reports.StaffAsync(from, to, cancel), "accountability", isSoFar: false)
            : Problems.BadInput(query.Errors.ByPath());
    }

    private static async Task<IResult> PublicAccountabilityAsync(string year, HttpRequest request, AccountabilityReports reports, CancellationToken cancel) =>
        ReportYear.Read(year) is { } asked && await reports.PublicAsync(asked, cancel) is { } found
            ? AccountabilityFile.Answer(request, found.Report, $"accountability-{year}", found.IsSoFar)
            : Problems.NotFound();

    private static async Task<IResult> CatalogueAsync(HttpContext http, CatalogueCounts counts, IClock clock, CancellationToken cancel)
    {
        var query = new QueryValues(http.Request.Query);
        var today = clock.GetCurrentInstant().InUtc().Date;
        var (from, to) = (Month("from", today.PlusMonths(-11)), Month("to", today));
        return query.Errors.None
            ? Tables.Answer(http.Request, "catalog", await counts.UseAsync(from, to, cancel))
            : Problems.BadInput(query.Errors.ByPath());

        string Month(string name, LocalDate otherwise)
        {
            if (query.Text(name) is not { } given)
            {
                return CatalogueCounts.Month.Format(otherwise);
            }

            if (!CatalogueCounts.Month.Parse(given).Success)
            {
                query.Errors.Add(name, "Give a month such as 2026-01.");
            }

            return given;
        }
    }

    private static (Instant From, Instant To) Span(QueryValues query, DateTimeZone office, IClock clock, bool all)
    {
        var now = clock.GetCurrentInstant();
        var (from, to) = (query.Time("from", office), query.Time("to", office));
        var earliest = Instant.FromUtc(1990, 1, 1, 0, 0);
        // An entry of this very moment belongs to the report.
        return (Instant.Max(from ?? (all ? earliest : now - Year), earliest), to ?? now + Duration.FromMinutes(1));
    }

    /// <summary>One look at identifiable data, as a line of the report.</summary>
    private sealed record ReadLine(Instant At, string By, string Roles, ReadOf What, string? RequestId, string? Item, string? StudentId)
    {
        public static ReadLine Of(ReadEntry entry) =>
            new(entry.At, entry.By, string.Join("; ", entry.Roles), entry.What, entry.RequestId, entry.Item, entry.StudentId);
    }
}
