namespace Core.Routing;

/// <summary>The kind of authority at the counter: what to say to it depends on this.</summary>
public enum Authority
{
    /// <summary>The district's own school police: a law-enforcement agency too (LTR-2018).</summary>
    SchoolPolice,
    /// <summary>A city's or town's police.</summary>
    MunicipalPolice,
    /// <summary>State or transit police.</summary>
    StatePolice,
    /// <summary>A federal agency other than those of immigration.</summary>
    FederalAgency,
    /// <summary>Immigration officials (LTR-2018, SUP-08).</summary>
    ImmigrationOfficials,
    /// <summary>A prosecutor, a court or a probation officer.</summary>
    ProsecutorOrCourt,
    /// <summary>The state's child-protection agency.</summary>
    ChildProtection,
    /// <summary>Any other authority.</summary>
    Other,
}

/// <summary>What became of the papers that were brought.</summary>
public enum PapersSeen
{
    /// <summary>None were shown.</summary>
    None,
    /// <summary>Shown, not copied.</summary>
    Shown,
    /// <summary>Copied by the school.</summary>
    Copied,
}

/// <summary>The person of the school who wrote it down, and to whom the confirmation goes.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">E-mail address.</param>
public sealed record SchoolContact(string Name, string Email);

/// <summary>
/// A request that an authority made in person at a school, as the school wrote it down (policy section 3, rules 2 and 3). The officer is the
/// request's requester. No field asks for anybody's immigration or citizenship status.
/// </summary>
public sealed record AuthorityVisit
{
    /// <summary>Who came.</summary>
    public required Authority Authority { get; init; }
    /// <summary>The school.</summary>
    public required string School { get; init; }
    /// <summary>Number of the badge or identification, where it was shown.</summary>
    public string? Badge { get; init; }
    /// <summary>What became of the papers.</summary>
    public PapersSeen Papers { get; init; }
    /// <summary>The paper says that the family must not be told; null where nobody knows. The legal advisor decides.</summary>
    public bool? OrderForbidsNotice { get; init; }
    /// <summary>Who wrote it down.</summary>
    public required SchoolContact RecordedBy { get; init; }
}
