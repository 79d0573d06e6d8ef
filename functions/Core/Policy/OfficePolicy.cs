using Core.Routing;
using Core.Training;

namespace Core.Policy;

/// <summary>
/// Everything numeric or named that the district may change: the content of <c>policy.json</c>. Days are business days
/// unless the name says calendar days. Read and validated at the edge; Core only receives it.
/// </summary>
public sealed record OfficePolicy
{
    /// <summary>Grows by one with each change.</summary>
    public int Version { get; init; } = 1;
    /// <summary>The district and its office, as named in pages, mail and agreements.</summary>
    public required DistrictNames District { get; init; }
    /// <summary>The office's day.</summary>
    public required BusinessDayRules BusinessDay { get; init; }
    /// <summary>Reaching out to the requester (ODA-03: within 3-5 business days).</summary>
    public required ClarificationDays Clarification { get; init; }
    /// <summary>Fulfilment (ODA-03: 15, research 25).</summary>
    public required FulfilmentDays Fulfilment { get; init; }
    /// <summary>The wait for a fee decision.</summary>
    public required WaitDays FeeDecision { get; init; }
    /// <summary>The wait for required documents; the reminder repeats.</summary>
    public required WaitDays Documents { get; init; }
    /// <summary>The wait for a signature on the NDA; the reminder repeats.</summary>
    public required WaitDays NdaSignature { get; init; }
    /// <summary>Attesting that student-level data was destroyed when its agreement ended.</summary>
    public required DestructionDays Destruction { get; init; }
    /// <summary>Delivered files.</summary>
    public required DeliverableDays Deliverable { get; init; }
    /// <summary>The requester's way in.</summary>
    public required AccessRules Access { get; init; }
    /// <summary>Requests of law enforcement, and legal process.</summary>
    public required LawEnforcementRules LawEnforcement { get; init; }
    /// <summary>Fee rates.</summary>
    public required FeeRates Fees { get; init; }
    /// <summary>Groups smaller than this are suppressed (ODA-03: 10).</summary>
    public required int SmallestGroup { get; init; }
    /// <summary>A hidden small count that what is shown narrows down to fewer values than this is as good as shown.</summary>
    public required int NarrowestRange { get; init; }
    /// <summary>De-identified rows: students alike in all that people know of them differ at least so much in each sensitive column.</summary>
    public int FewestSensitiveValues { get; init; } = 2;
    /// <summary>Training: which courses there are, what they are needed for, when their holders are reminded.</summary>
    public required TrainingRules Training { get; init; }
    /// <summary>The offices, each with what a requester needs to reach it.</summary>
    public required IReadOnlyDictionary<Office, OfficeContact> Offices { get; init; }
    /// <summary>When the administrators get their daily digest, on business days: hour and minute in the office, "07:30".</summary>
    public required string DigestAt { get; init; }
    /// <summary>Who is told of breaches and escalations: e-mail addresses.</summary>
    public required IReadOnlyList<string> Administrators { get; init; }
    /// <summary>Languages offered to requesters, as BCP 47 tags.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
}

/// <summary>Names used in texts.</summary>
/// <param name="Name">The district.</param>
/// <param name="OfficeName">The office that runs this system.</param>
/// <param name="Mailbox">The mailbox that mail is sent from.</param>
public sealed record DistrictNames(string Name, string OfficeName, string Mailbox);

/// <summary>The office's day.</summary>
/// <param name="TimeZone">IANA name.</param>
/// <param name="EndsAt">Hour and minute, "17:00": deadlines fall then; what arrives later counts as received on the next business day.</param>
public sealed record BusinessDayRules(string TimeZone, string EndsAt);

/// <summary>Days around clarification.</summary>
/// <param name="NudgeAfter">The analysts are nudged when nobody has reached out.</param>
/// <param name="BreachAfter">Reaching out is overdue.</param>
/// <param name="RemindAfter">The requester who owes an answer is reminded.</param>
/// <param name="LapseAfter">The request is closed as unanswered.</param>
public sealed record ClarificationDays(int NudgeAfter, int BreachAfter, int RemindAfter, int LapseAfter);

/// <summary>Days to fulfil a request.</summary>
/// <param name="Standard">For everybody but researchers.</param>
/// <param name="Research">For research.</param>
/// <param name="WarnAtPercent">Share of the days after which the office is warned, 1-100.</param>
/// <param name="EscalateAfter">Days past the deadline after which the administrators are told again.</param>
/// <param name="LongestExtension">The most days one extension may add.</param>
public sealed record FulfilmentDays(int Standard, int Research, int WarnAtPercent, int EscalateAfter, int LongestExtension);

/// <summary>A wait for the requester.</summary>
/// <param name="RemindEvery">Days between reminders.</param>
/// <param name="LapseAfter">Days after which the request lapses.</param>
public sealed record WaitDays(int RemindEvery, int LapseAfter);

/// <summary>The wait for the attestation of destruction, counted from the end of the agreement.</summary>
/// <param name="RemindEvery">Days between reminders, which go on until it is there.</param>
/// <param name="OverdueAfter">Days after which it is overdue: administrators are told, and the receiver's next request is refused.</param>
public sealed record DestructionDays(int RemindEvery, int OverdueAfter);

/// <summary>Calendar days around a delivered file.</summary>
/// <param name="ValidCalendarDays">How long the link works.</param>
/// <param name="RemindBeforeCalendarDays">How long before its end the requester is reminded.</param>
/// <param name="CheckWithinHours">How long the check of an uploaded file may take before it counts as cut off.</param>
public sealed record DeliverableDays(int ValidCalendarDays, int RemindBeforeCalendarDays, int CheckWithinHours);

/// <summary>The requester's way in: the link in their mail, and the one-time code before data that names students.</summary>
/// <param name="LinksPerDay">New links a requester may ask for in 24 hours.</param>
/// <param name="CodeMinutes">How long a code works.</param>
/// <param name="CodeTries">Wrong tries after which a code is worthless.</param>
/// <param name="CodesPerHour">Codes a requester may ask for in an hour.</param>
public sealed record AccessRules(int LinksPerDay, int CodeMinutes, int CodeTries, int CodesPerHour);

/// <summary>Requests of law enforcement, and legal process (LTR-2018, PLAN-2020, FERPA).</summary>
/// <param name="OfficeOpensAt">Hour and minute, "08:00": office hours run from here to the end of the business day.</param>
/// <param name="ExpeditedReviewHours">Office hours within which an expedited review is decided.</param>
/// <param name="EscalateAfterHours">Office hours past that after which the superintendent is told.</param>
/// <param name="ReportAfterBusinessDays">Business days after an expedited decision within which the superintendent has the report; asked for again as often.</param>
/// <param name="FamilyNoticeBusinessDays">Business days a family has after a notice, before a subpoena or order is complied with.</param>
/// <param name="IntakesPerHour">Visits that can be written down from one address in an hour without sign-in.</param>
/// <param name="PublishAfterCalendarDays">Days after the end of a school year until its accountability report is published; it never changes then.</param>
public sealed record LawEnforcementRules(
    string OfficeOpensAt, int ExpeditedReviewHours, int EscalateAfterHours, int ReportAfterBusinessDays, int FamilyNoticeBusinessDays, int IntakesPerHour,
    int PublishAfterCalendarDays);

/// <summary>Fee rates: size, time required and scope make the estimate (ODA-03).</summary>
/// <param name="Currency">ISO 4217, "USD".</param>
/// <param name="HourlyRate">For each hour of work beyond the free ones.</param>
/// <param name="FreeHours">Hours that cost nothing.</param>
/// <param name="PerThousandRecords">For each started thousand of records beyond the free ones.</param>
/// <param name="FreeRecords">Records that cost nothing.</param>
/// <param name="PerExtraSchoolYear">For each school year asked for beyond the first.</param>
/// <param name="SmallestCharge">An estimate below this is not charged.</param>
public sealed record FeeRates(
    string Currency, decimal HourlyRate, decimal FreeHours, decimal PerThousandRecords, int FreeRecords,
    decimal PerExtraSchoolYear, decimal SmallestCharge);

/// <summary>How an office is reached.</summary>
/// <param name="Name">As the requester reads it.</param>
/// <param name="Email">E-mail address, where it has one.</param>
/// <param name="Phone">Telephone, where it has one.</param>
/// <param name="Url">Web address, where it has one.</param>
public sealed record OfficeContact(string Name, string? Email = null, string? Phone = null, string? Url = null);
