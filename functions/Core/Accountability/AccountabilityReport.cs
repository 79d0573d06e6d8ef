using NodaTime;

namespace Core.Accountability;

/// <summary>What a number of a table counts.</summary>
public enum Counted
{
    /// <summary>Requests and disclosures: acts of agencies and offices, shown as they are.</summary>
    Acts,
    /// <summary>Students, or something that is as good as students: small numbers are not shown.</summary>
    Students,
}

/// <summary>A line of a table. A number that is null is not shown, to protect students in small groups.</summary>
/// <param name="Group">Whom or what it is about.</param>
/// <param name="Learners">English learners or not, where the table tells them apart; null otherwise.</param>
/// <param name="Asked">Requests that came in the period, or the students they concern.</param>
/// <param name="Disclosed">Disclosures made in the period, or the students they concern.</param>
/// <param name="IsTotal">It adds up other lines.</param>
public sealed record ReportLine(Label Group, Label? Learners, long? Asked, long? Disclosed, bool IsTotal = false);

/// <summary>A table of the report.</summary>
/// <param name="Key">Its name in files.</param>
/// <param name="Title">Its title on the page.</param>
/// <param name="Counted">What its numbers count.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Note">What a reader has to know of it; null for nothing.</param>
public sealed record ReportTable(string Key, Label Title, Counted Counted, IReadOnlyList<ReportLine> Lines, Label? Note = null)
{
    /// <summary>It is not shown, because its small numbers could be worked out whatever is hidden.</summary>
    public bool IsWithheld { get; init; }
}

/// <summary>What law enforcement asked for and got in a period (EQUITY, PLAN-2020, policy section 5).</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="AsOf">The day as of which it is told; what is written down later is not in it.</param>
/// <param name="Requests">Requests that came in.</param>
/// <param name="Disclosures">Disclosures made.</param>
/// <param name="SmallestGroup">Numbers of students from 1 to one less are not shown.</param>
/// <param name="Tables">The tables, in their order.</param>
public sealed record AccountabilityReport(
    LocalDate From, LocalDate To, LocalDate AsOf, int Requests, int Disclosures, int SmallestGroup, IReadOnlyList<ReportTable> Tables);
