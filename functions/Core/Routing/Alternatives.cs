using Core.Languages;
using Core.Policy;

namespace Core.Routing;

/// <summary>What may be asked instead, or where to go: every refusal and every redirection says so (policy section 4), with the office's contact.</summary>
internal sealed record Alternatives(OfficePolicy Policy, Texts Say)
{
    /// <summary>As it is stored with a decision.</summary>
    public static Alternatives English(OfficePolicy policy) => new(policy, Texts.English);

    /// <summary>Another office has it: the request was handed over (policy section 3, "Redirect").</summary>
    public string At(Office office) =>
        office == Office.ResearchReview ? Say.InsteadResearch(Reach(office)) : Say.InsteadThere(Reach(office));

    /// <summary>A dataset answers it.</summary>
    public string WherePublished(IReadOnlyList<PublishedDataset> published) => published.Count == 0
        ? Say.InsteadCatalogue(OurContact)
        : Say.InsteadDatasets(published.Select(dataset => $"{dataset.Title} ({dataset.Url})").Aggregate(Say.ListSemicolon), OurContact);

    /// <summary>Aggregate data only.</summary>
    public string Aggregate() => Say.InsteadAggregate(AggregateData, OurContact);

    /// <summary>For school leaders and teachers beyond their own students.</summary>
    public string ForSchoolStaff() => Say.InsteadSchoolStaff(AggregateData, OurContact);

    /// <summary>For families and the public. A family is shown the way to its own child's record as well.</summary>
    public string ForThePublic(RequesterKind kind) => kind == RequesterKind.ParentOrStudent
        ? Say.InsteadParent(AggregateData, OurContact, Reach(Office.StudentRecords))
        : Say.InsteadPublic(AggregateData, OurContact);

    /// <summary>Without what was refused outright (rule 1).</summary>
    public string WithoutTheRefused() => Say.InsteadWithoutRefused(AggregateData, OurContact);

    private string AggregateData => Say.InsteadAggregateData(Say.Number(Policy.SmallestGroup));

    private string OurContact => Reach(Office.DataAndAccountability);

    private string Reach(Office office)
    {
        var contact = Policy.Offices[office];
        var ways = new[] { contact.Email, contact.Phone, contact.Url }.OfType<string>().Where(way => !string.IsNullOrWhiteSpace(way));
        return Say.InsteadReach(contact.Name, Say.Listed(ways));
    }
}
