namespace Core.Routing;

/// <summary>An office a request can go to (policy section 3).</summary>
public enum Office
{
    /// <summary>Data and Accountability: the office this system works for.</summary>
    DataAndAccountability,
    /// <summary>Communications: everything from the media.</summary>
    Communications,
    /// <summary>The city's public records center.</summary>
    PublicRecordsCenter,
    /// <summary>Research review: approves research proposals.</summary>
    ResearchReview,
    /// <summary>Student records: one student's record (LGL-7).</summary>
    StudentRecords,
    /// <summary>The legal advisor: warrants, subpoenas, court orders, expedited reviews.</summary>
    LegalAdvisor,
    /// <summary>The superintendent: law enforcement without a warrant or exception.</summary>
    Superintendent,
}

/// <summary>What becomes of a request.</summary>
public enum Disposition
{
    /// <summary>This system fulfils it.</summary>
    Accept,
    /// <summary>An approver decides first.</summary>
    Review,
    /// <summary>Another office handles it; it is handed over and closed here.</summary>
    Redirect,
    /// <summary>Not possible; the requester is told why, and what may be asked instead.</summary>
    Refuse,
}

/// <summary>What has to be there before data can leave.</summary>
public enum Requirement
{
    /// <summary>A current non-disclosure agreement, fully executed.</summary>
    Nda,
    /// <summary>Current family consent.</summary>
    FamilyConsent,
    /// <summary>Complete partner registration.</summary>
    PartnerRegistration,
    /// <summary>The partner's existing agreements with schools.</summary>
    ExistingAgreements,
    /// <summary>An approved research proposal.</summary>
    ResearchApproval,
    /// <summary>IDs of the specific students asked about.</summary>
    StudentIds,
    /// <summary>A written agreement naming purpose, scope, duration, information and destruction (34 CFR 99.31(a)(6), 99.35).</summary>
    DataSharingAgreement,
}

/// <summary>Why a decision is as it is.</summary>
/// <param name="Code">A stable name, such as <c>NdaRequired</c>.</param>
/// <param name="Text">The reason as a sentence for the requester.</param>
/// <param name="Source">Where the rule comes from, such as "ODA-03" or "FERPA §99.37".</param>
public sealed record Reason(string Code, string Text, string Source);

/// <summary>A published dataset (policy section 7).</summary>
public sealed record PublishedDataset(string Title, string Url);

/// <summary>The routing decision on a submission, with its reasons.</summary>
public sealed record Decision
{
    /// <summary>What becomes of the request.</summary>
    public required Disposition Disposition { get; init; }
    /// <summary>The office that has it.</summary>
    public required Office Office { get; init; }
    /// <summary>The level it really is, which may be above the one chosen.</summary>
    public required DataLevel EffectiveLevel { get; init; }
    /// <summary>What has to be there before data can leave.</summary>
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];
    /// <summary>Attributes that were refused while the rest goes on.</summary>
    public IReadOnlyList<string> RefusedAttributes { get; init; } = [];
    /// <summary>A review that may not wait (PLAN-2020 exceptions).</summary>
    public bool Expedited { get; init; }
    /// <summary>Business days within which an analyst reaches out; null where this office does not handle it.</summary>
    public int? ClarifyWithinBusinessDays { get; init; }
    /// <summary>Business days within which it is fulfilled; null where this office does not handle it.</summary>
    public int? FulfilWithinBusinessDays { get; init; }
    /// <summary>Every reason, each with its source; never empty.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }
    /// <summary>Published datasets that fit, best first.</summary>
    public IReadOnlyList<PublishedDataset> PublishedDatasets { get; init; } = [];
    /// <summary>What may be asked, or where to go, instead; null where nothing is refused or redirected.</summary>
    public string? Alternative { get; init; }

    /// <summary>As it is kept: what was refused is named by its subject, not as it was typed (LTR-2018).</summary>
    public Decision WithoutTypedWords() => RefusedAttributes.Count == 0 ? this : this with { RefusedAttributes = [Screening.RefusedAttribute] };
}
