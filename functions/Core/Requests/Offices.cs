using Core.Routing;

namespace Core.Requests;

/// <summary>Which offices work in this system and which of them review.</summary>
public static class Offices
{
    /// <summary>True where a request stays in this system when it goes to this office.</summary>
    public static bool InThisSystem(Office office) =>
        office is Office.DataAndAccountability or Office.LegalAdvisor or Office.Superintendent;

    /// <summary>True where an approver of this office decides first (policy section 3, rules 2 and 3).</summary>
    public static bool Reviews(Office office) => office is Office.LegalAdvisor or Office.Superintendent;
}
