using System.Collections.Immutable;
using NodaTime;

namespace Core.Requests;

/// <summary>The ground on which a reviewer decided on a request of law enforcement, or brought with legal process.</summary>
public enum ReviewGround
{
    /// <summary>A judicial warrant.</summary>
    Warrant,
    /// <summary>A subpoena (34 CFR 99.31(a)(9)).</summary>
    Subpoena,
    /// <summary>A court order (34 CFR 99.31(a)(9)).</summary>
    CourtOrder,
    /// <summary>A health or safety emergency (34 CFR 99.31(a)(10), 99.36).</summary>
    HealthOrSafetyEmergency,
    /// <summary>A police criminal investigation (PLAN-2020).</summary>
    PoliceCriminalInvestigation,
    /// <summary>A report of suspected child abuse or neglect (PLAN-2020).</summary>
    SuspectedChildAbuse,
    /// <summary>The family's consent (34 CFR 99.30).</summary>
    FamilyConsent,
    /// <summary>Directory information only (34 CFR 99.37).</summary>
    DirectoryInformation,
    /// <summary>A record of the school police, which is no education record (34 CFR 99.8).</summary>
    SchoolPoliceRecord,
    /// <summary>The superintendent's review found a lawful ground of another kind (PLAN-2020).</summary>
    SuperintendentReview,
    /// <summary>No lawful ground.</summary>
    None,
}

/// <summary>Race or ethnicity as the state reports it, for accountability (EQUITY).</summary>
public enum StudentRace
{
    /// <summary>American Indian or Alaska Native.</summary>
    AmericanIndianOrAlaskaNative,
    /// <summary>Asian.</summary>
    Asian,
    /// <summary>Black or African American.</summary>
    BlackOrAfricanAmerican,
    /// <summary>Hispanic or Latino.</summary>
    HispanicOrLatino,
    /// <summary>More than one.</summary>
    MultiRace,
    /// <summary>Native Hawaiian or other Pacific Islander.</summary>
    NativeHawaiianOrPacificIslander,
    /// <summary>White.</summary>
    White,
    /// <summary>Not given.</summary>
    NotGiven,
}

/// <summary>Whether students are English learners, for accountability (EQUITY).</summary>
public enum EnglishLearners
{
    /// <summary>They are.</summary>
    Yes,
    /// <summary>They are not.</summary>
    No,
    /// <summary>Not given.</summary>
    NotGiven,
}

/// <summary>How many of the students a request concerns are of one group.</summary>
public sealed record StudentGroup(StudentRace Race, EnglishLearners EnglishLearners, int Students);

/// <summary>What is known about a request because it is one of law enforcement, or brought with legal process.</summary>
public sealed record LawEnforcementState
{
    /// <summary>Nothing yet.</summary>
    public static LawEnforcementState Empty { get; } = new();

    /// <summary>The ground of the decision; null where none was named.</summary>
    public ReviewGround? Ground { get; init; }
    /// <summary>The conditions of the approval.</summary>
    public string? Conditions { get; init; }
    /// <summary>The only information that may leave; null where the approval set no limit.</summary>
    public IReadOnlyList<string>? ApprovedInformation { get; init; }
    /// <summary>When the reviewer decided; null before.</summary>
    public Instant? DecidedAt { get; init; }
    /// <summary>When the family was told of a subpoena or order; null where it was not.</summary>
    public LocalDate? FamilyNotifiedOn { get; init; }
    /// <summary>Business days the family has, as the policy was when it was told.</summary>
    public int FamilyWaitBusinessDays { get; init; }
    /// <summary>Why the family must not be told; null where it may.</summary>
    public string? NoticeForbiddenBecause { get; init; }
    /// <summary>The family's time is over.</summary>
    public bool FamilyWaitOver { get; init; }
    /// <summary>The expedited review was not decided in time, and it is on record.</summary>
    public Instant? ReviewBreached { get; init; }
    /// <summary>The report to the superintendent is written.</summary>
    public bool SuperintendentReported { get; init; }
    /// <summary>The students it concerns, by group, where given.</summary>
    public ImmutableList<StudentGroup> Students { get; init; } = [];

    /// <summary>With a group as it is said now; a group of none is out.</summary>
    public LawEnforcementState With(StudentGroup group)
    {
        var others = Students.RemoveAll(one => one.Race == group.Race && one.EnglishLearners == group.EnglishLearners);
        return this with { Students = group.Students == 0 ? others : others.Add(group) };
    }

    /// <summary>The family was told and its time is over, or it must not be told (34 CFR 99.31(a)(9)(ii)).</summary>
    public bool FamilyNoticeSettled => FamilyWaitOver || NoticeForbiddenBecause is not null;
}
