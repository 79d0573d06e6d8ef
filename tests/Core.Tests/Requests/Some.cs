using Core.Calendar;
using Core.Policy;
using Core.Release;
using Core.Requests;
using Core.Routing;
using Core.Training;
using NodaTime;

namespace Core.Tests.Requests;

/// <summary>Builders of plausible input: each test names only what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeZone Boston = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>Monday, March 2, 2026, 9:00 in the office.</summary>
    public static readonly Instant Monday = At(2026, 3, 2, 9);

    public static readonly BusinessCalendar Calendar = new(1, Boston, new LocalTime(17, 0), []);

    public static readonly Actor Analyst = new Actor.Staff("Ana Lyst", [StaffRole.Analyst]);
    public static readonly Actor Approver = new Actor.Staff("Ap Prover", [StaffRole.Approver]);

    public static readonly Actor Administrator = new Actor.Staff("Ada Min", [StaffRole.Administrator]);

    public static readonly OfficePolicy Policy = new()
    {
        District = new("Harbor City Public Schools", "Office of Data", "data@district.example"),
        BusinessDay = new("America/New_York", "17:00"),
        Clarification = new(3, 5, 5, 20),
        Fulfilment = new(15, 25, 80, 1, 30),
        FeeDecision = new(5, 10),
        Documents = new(5, 20),
        NdaSignature = new(5, 20),
        Destruction = new(5, 10),
        Deliverable = new(30, 7, 2),
        Access = new(3, 10, 5, 5),
        Fees = new("USD", 25m, 2m, 5m, 1000, 10m, 5m),
        LawEnforcement = new("08:00", 4, 2, 2, 10, 20, 30),
        SmallestGroup = 10,
        NarrowestRange = 4,
        Training = new(Required: true, BlockUnlisted: false, [30, 7], [new("privacy", "Student data privacy", 12, [TrainedWork.Approve, TrainedWork.Deliver])]),
        Offices = Enum.GetValues<Office>().ToDictionary(office => office, office => new OfficeContact(office.ToString(), $"{office}@district.example")),
        DigestAt = "07:30",
        Administrators = ["admin@district.example"],
        Languages = ["en"],
    };

    public static Instant At(int year, int month, int day, int hour = 12, int minute = 0) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(Boston).ToInstant();

    public static Circumstances Now(Instant now, BusinessCalendar? calendar = null) => new(now, Policy, calendar ?? Calendar);

    public static Submission Submission(RequesterKind kind = RequesterKind.Public, DataLevel level = DataLevel.Aggregate) => new()
    {
        Requester = new Requester { Name = "Rita Quester", Email = "rita@example.org", Kind = kind },
        Purpose = "A report on attendance",
        Audience = "The school council",
        Data = new RequestedData { Level = level, Scope = "Attendance rates by grade", SchoolYears = ["2024-25"] },
    };

    public static Decision Decision(
        Disposition disposition = Disposition.Accept, DataLevel level = DataLevel.Aggregate, Office office = Office.DataAndAccountability,
        params Requirement[] requirements) => new()
    {
        Disposition = disposition,
        Office = office,
        EffectiveLevel = level,
        Requirements = requirements,
        Reasons = [new("Because", "Because.", "ODA-03")],
        ClarifyWithinBusinessDays = disposition is Disposition.Accept or Disposition.Review ? 5 : null,
        FulfilWithinBusinessDays = disposition is Disposition.Accept or Disposition.Review ? 15 : null,
    };

    public static RequestCommand.AddDeliverable File(string id, Verdict verdict = Verdict.Pass) =>
        new(id, "rates.csv", "text/csv", 120, "00", new FileCheck(verdict, verdict == Verdict.Pass ? [] : [new("SmallCell", "row 3", "Small.")]));
}
