using NodaTime;

namespace Core.Accountability;

/// <summary>Who reads a report.</summary>
public enum Readers
{
    /// <summary>Anybody, a whole year: numbers of students, small ones hidden.</summary>
    Public,
    /// <summary>Anybody, a year that is not over: no numbers of students, which would tell each day's by their difference to the day before.</summary>
    PublicSoFar,
    /// <summary>The office: agencies, people and schools by name; numbers of students as for the public.</summary>
    Staff,
}

/// <summary>Makes the accountability report of a period.</summary>
public static class Account
{
    /// <summary>The report of some days, both included.</summary>
    /// <param name="requests">All requests that came in or led to a disclosure in them; others do no harm.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="asOf">The day as of which the requests are told.</param>
    /// <param name="smallestGroup">The release gate's: counts from 1 to one less are small (ODA-03: 10).</param>
    /// <param name="readers">Who reads it.</param>
    public static AccountabilityReport Of(
        IReadOnlyList<ReportedRequest> requests, LocalDate from, LocalDate to, LocalDate asOf, int smallestGroup, Readers readers)
    {
        var period = Period.Of(requests, from, to);
        return new(from, to, asOf, period.Received.Count, period.Disclosed.Count, smallestGroup,
        [
            .. Acts.Public(period),
            .. readers == Readers.Staff ? Acts.ForStaff(period) : [],
            .. readers == Readers.PublicSoFar ? [] : StudentTables.Of(period, smallestGroup),
        ]);
    }
}
