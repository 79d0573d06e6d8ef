using Core.Policy;

namespace Core.Routing;

/// <summary>What may be asked instead, or where to go: every refusal and every redirection says so (policy section 4), with the office's contact.</summary>
internal static class Alternatives
{
    /// <summary>Another office has it: the request was handed over (policy section 3, "Redirect").</summary>
    public static string At(OfficePolicy policy, Office office) =>
        $"Your request goes on there. {(office == Office.ResearchReview ? "Once your proposal is approved, ask us again with its number. " : "")}{Reach(policy, office)}";

    /// <summary>A dataset answers it.</summary>
    public static string WherePublished(Asked asked)
    {
        var where = asked.Published.Count == 0
            ? "Look through the catalogue of published datasets."
            : $"Open what fits: {string.Join("; ", asked.Published.Select(dataset => $"{dataset.Title} ({dataset.Url})"))}.";
        return $"{where} If it does not answer your question, ask again and say what is missing. {OurContact(asked.Policy)}";
    }

    /// <summary>Aggregate data only.</summary>
    public static string Aggregate(Asked asked) => $"You may ask for {AggregateData(asked.Policy)}. {OurContact(asked.Policy)}";

    /// <summary>For school leaders and teachers beyond their own students.</summary>
    public static string ForSchoolStaff(Asked asked) =>
        $"You may limit the request to your own students of this year, or ask for {AggregateData(asked.Policy)}, or for student-level data without "
        + $"identifiers under a non-disclosure agreement. {OurContact(asked.Policy)}";

    /// <summary>For families and the public.</summary>
    public static string ForThePublic(Asked asked) =>
        $"You may ask for {AggregateData(asked.Policy)}, or for directory information. {OurContact(asked.Policy)}"
        + (asked.Kind == RequesterKind.ParentOrStudent
            ? $" The record of one student, your child's or your own, is given out by another office. {Reach(asked.Policy, Office.StudentRecords)}"
            : "");

    /// <summary>Without what was refused outright (rule 1).</summary>
    public static string WithoutTheRefused(OfficePolicy policy) =>
        $"Send the request again without this part. You may ask for {AggregateData(policy)}, for example on enrollment or attendance. {OurContact(policy)}";

    private static string AggregateData(OfficePolicy policy) =>
        $"aggregate data (counts and rates, with groups of fewer than {policy.SmallestGroup} students suppressed)";

    private static string OurContact(OfficePolicy policy) => Reach(policy, Office.DataAndAccountability);

    private static string Reach(OfficePolicy policy, Office office)
    {
        var contact = policy.Offices[office];
        var ways = new[] { contact.Email, contact.Phone, contact.Url }.Where(way => !string.IsNullOrWhiteSpace(way));
        return $"Reach the {contact.Name}: {string.Join(", ", ways)}.";
    }
}
