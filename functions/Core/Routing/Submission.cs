namespace Core.Routing;

/// <summary>Who asks. Decides which routing rules apply (policy section 1).</summary>
public enum RequesterKind
{
    /// <summary>A principal or other head of a district school.</summary>
    SchoolLeader,
    /// <summary>A teacher of the district.</summary>
    Teacher,
    /// <summary>Staff of the district's central office.</summary>
    CentralOffice,
    /// <summary>An individual or organization doing research or evaluation.</summary>
    Researcher,
    /// <summary>A school-community partner organization.</summary>
    CommunityPartner,
    /// <summary>A journalist or media outlet.</summary>
    Media,
    /// <summary>A public agency outside the district.</summary>
    OutsideAgency,
    /// <summary>Police or any other law-enforcement authority, immigration officials included.</summary>
    LawEnforcement,
    /// <summary>A parent, guardian or student.</summary>
    ParentOrStudent,
    /// <summary>Anybody else.</summary>
    Public,
}

/// <summary>What is asked for, from least to most revealing (policy section 2).</summary>
public enum DataLevel
{
    /// <summary>Already public (the catalogue).</summary>
    Published,
    /// <summary>Directory information only: name, age, grade level, dates of enrollment.</summary>
    Directory,
    /// <summary>De-identified counts and rates.</summary>
    Aggregate,
    /// <summary>One row a student, no identifiers.</summary>
    DeIdentifiedStudentLevel,
    /// <summary>One row a student, with identifiers.</summary>
    IdentifiableRoster,
    /// <summary>One named student's record.</summary>
    IndividualRecord,
}

/// <summary>An instrument of legal process.</summary>
public enum LegalProcess
{
    /// <summary>A judicial warrant.</summary>
    Warrant,
    /// <summary>A subpoena.</summary>
    Subpoena,
    /// <summary>A court order.</summary>
    CourtOrder,
}

/// <summary>The ground on which law enforcement claims that the superintendent's review is not required (PLAN-2020).</summary>
public enum ClaimedException
{
    /// <summary>A health or safety emergency (34 CFR 99.36).</summary>
    HealthOrSafetyEmergency,
    /// <summary>A police criminal investigation.</summary>
    PoliceCriminalInvestigation,
    /// <summary>A report of suspected child abuse or neglect.</summary>
    SuspectedChildAbuse,
}

/// <summary>A FERPA exception to the consent requirement (ODA-03 note 1; 34 CFR 99.31, 99.35).</summary>
public enum FerpaException
{
    /// <summary>A district-sponsored study to improve instruction (34 CFR 99.31(a)(6)).</summary>
    Studies,
    /// <summary>Evaluation or audit of a federally mandated program (34 CFR 99.35).</summary>
    Audit,
    /// <summary>Provision to appropriate school and central office staff (34 CFR 99.31(a)(1)).</summary>
    SchoolOfficial,
}

/// <summary>A partner's registration (policy section 3, rule 8).</summary>
/// <param name="Complete">All its programs and all its school partnerships are registered.</param>
/// <param name="HasAgreements">It has agreements with schools, which must be handed in; null when it was not asked.</param>
public sealed record PartnerRegistration(bool Complete, bool? HasAgreements = null);

/// <summary>The person who asks.</summary>
public sealed record Requester
{
    /// <summary>Full name.</summary>
    public required string Name { get; init; }
    /// <summary>E-mail address: where every message goes.</summary>
    public required string Email { get; init; }
    /// <summary>Organization, where there is one.</summary>
    public string? Organization { get; init; }
    /// <summary>Who they are to the district.</summary>
    public required RequesterKind Kind { get; init; }
    /// <summary>Partner registration, for community partners.</summary>
    public PartnerRegistration? PartnerRegistration { get; init; }
    /// <summary>The number of the approved research proposal, for researchers.</summary>
    public string? ResearchApproval { get; init; }
    /// <summary>Only students of the asker's own school and year, or whom they teach this year (ODA-03).</summary>
    public bool CoversOnlyOwnStudents { get; init; }
}

/// <summary>The data asked for.</summary>
public sealed record RequestedData
{
    /// <summary>The level the requester chose.</summary>
    public required DataLevel Level { get; init; }
    /// <summary>School years, such as "2024-25".</summary>
    public IReadOnlyList<string> SchoolYears { get; init; } = [];
    /// <summary>The student population.</summary>
    public string? Population { get; init; }
    /// <summary>The attributes (columns, measures) asked for.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];
    /// <summary>What exactly is asked, in the requester's words.</summary>
    public required string Scope { get; init; }
    /// <summary>It is about a specific group of students, whose IDs must then be given (ODA-03).</summary>
    public bool SpecificStudents { get; init; }
    /// <summary>The students' IDs.</summary>
    public IReadOnlyList<string> StudentIds { get; init; } = [];
}

/// <summary>A request for data as it is submitted: the body of <c>POST /api/triage</c> and <c>POST /api/requests</c>.</summary>
public sealed record Submission
{
    /// <summary>Who asks.</summary>
    public required Requester Requester { get; init; }
    /// <summary>How the data will be used (ODA-03 "Purpose/Use").</summary>
    public required string Purpose { get; init; }
    /// <summary>With whom it will be shared (ODA-03 "Intended Audience").</summary>
    public required string Audience { get; init; }
    /// <summary>What is asked for.</summary>
    public required RequestedData Data { get; init; }
    /// <summary>Made under the public-records law.</summary>
    public bool IsPublicRecordsRequest { get; init; }
    /// <summary>The legal instrument it is brought with, if any.</summary>
    public LegalProcess? LegalProcess { get; init; }
    /// <summary>The exception law enforcement claims, if any.</summary>
    public ClaimedException? ClaimedException { get; init; }
    /// <summary>The FERPA exception the requester relies on, if any.</summary>
    public FerpaException? FerpaException { get; init; }
    /// <summary>The requester says that a published dataset answers the question (policy section 3, rule 6).</summary>
    public bool AnsweredByPublished { get; init; }
    /// <summary>Where an authority asked for it in person at a school; null otherwise.</summary>
    public AuthorityVisit? Visit { get; init; }
    /// <summary>
    /// The requester was warned of words that characterise a person and lets them stand (policy section 5); null where they were not asked.
    /// </summary>
    public bool? ConfirmedWording { get; init; }
    /// <summary>Language of pages and mail, as a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";
}
