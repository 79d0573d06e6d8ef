using Core.Accountability;
using Core.Release;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Service.Api.Answers;

namespace Service.Reports;

/// <summary>A number of the accountability report in a file.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Group">Whom or what it is about.</param>
/// <param name="EnglishLearners">English learners or not, where the table tells them apart.</param>
/// <param name="Counts">What is counted: acts (of agencies and offices) or students.</param>
/// <param name="Requested">Number of requests, or of students they concern; "*" where it is hidden.</param>
/// <param name="Disclosed">Number of disclosures, or of students they concern; "*" where it is hidden.</param>
internal sealed record AccountabilityRow(string Table, string Group, string? EnglishLearners, Counted Counts, object Requested, object Disclosed)
{
    /// <summary>The rows of a report; a table that is not shown has one row that says so.</summary>
    public static IReadOnlyList<AccountabilityRow> Of(AccountabilityReport report) =>
    [
        .. report.Tables.SelectMany(table => table.IsWithheld
            ? [new AccountabilityRow(table.Key, "All", null, table.Counted, SafeVersion.Mark, SafeVersion.Mark)]
            : table.Lines.Select(line => new AccountabilityRow(
                table.Key, line.Group.English, line.Learners?.English, table.Counted, line.Asked ?? (object)SafeVersion.Mark, line.Disclosed ?? (object)SafeVersion.Mark))),
    ];
}

/// <summary>The accountability report as JSON.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="AsOf">The day as of which it is told.</param>
/// <param name="IsSoFar">The year is not over, or not published yet: numbers of students are missing.</param>
/// <param name="Requests">Requests that came in.</param>
/// <param name="Disclosures">Disclosures made.</param>
/// <param name="SmallestGroup">Numbers of students from 1 to one less are hidden.</param>
/// <param name="Rows">All numbers.</param>
internal sealed record AccountabilityFile(
    LocalDate From, LocalDate To, LocalDate AsOf, bool IsSoFar, int Requests, int Disclosures, int SmallestGroup, IReadOnlyList<AccountabilityRow> Rows)
{
    /// <summary>The report as the caller wants it.</summary>
    public static IResult Answer(HttpRequest request, AccountabilityReport report, string name, bool isSoFar)
    {
        var rows = AccountabilityRow.Of(report);
        request.HttpContext.Response.Headers.Vary = "Accept";
        return Csv.IsAskedFor(request)
            ? Tables.Answer(request, name, rows)
            : Results.Json(
                new AccountabilityFile(report.From, report.To, report.AsOf, isSoFar, report.Requests, report.Disclosures, report.SmallestGroup, rows),
                ApiJson.Options);
    }
}
