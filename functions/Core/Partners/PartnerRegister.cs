using System.Globalization;
using System.Text;
using Core.Routing;

namespace Core.Partners;

/// <summary>The partners and the research approvals that the office knows.</summary>
/// <param name="Partners">The partners.</param>
/// <param name="Approvals">The approvals.</param>
public sealed record PartnerRegister(IReadOnlyList<Partner> Partners, IReadOnlyList<ResearchApproval> Approvals)
{
    // Legal forms and articles tell nothing apart.
    private static readonly HashSet<string> Empty =
        new(["the", "inc", "incorporated", "llc", "ltd", "corp", "corporation", "co", "foundation"], StringComparer.Ordinal);

    /// <summary>The partner with this organization's name.</summary>
    public Partner? ByOrganization(string? organization) =>
        Folded(organization) is { Length: > 0 } name ? Partners.FirstOrDefault(partner => Folded(partner.Name) == name) : null;

    /// <summary>The partner with the domain of this address, or one that it is below.</summary>
    public Partner? ByAddress(string email)
    {
        var domain = DomainOf(email);
        return Partners.FirstOrDefault(partner => partner.Domains.Any(own =>
            domain.Equals(own, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{own}", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The partner a requester is: by organization first, then by address.</summary>
    public Partner? Of(Requester requester) => ByOrganization(requester.Organization) ?? ByAddress(requester.Email);

    /// <summary>The approval with this number, spaces and case aside.</summary>
    public ResearchApproval? Approval(string number) =>
        Approvals.FirstOrDefault(one => FoldedNumber(one.Number) == FoldedNumber(number));

    /// <summary>
    /// An organization's name as it is compared: letters and digits alone, without accents, case, articles and legal forms. "The Harbor
    /// Reading Partners, Inc." is "harbor reading partners".
    /// </summary>
    public static string Folded(string? name)
    {
        var letters = new StringBuilder();
        foreach (var letter in (name ?? "").Replace("&", " and ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '\'' or '’' or '.')
            {
                continue;
            }

            letters.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        string[] words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] telling = [.. words.Where(word => !Empty.Contains(word))];
        return string.Join(' ', telling.Length > 0 ? telling : words);
    }

    /// <summary>What stands after the @.</summary>
    internal static string DomainOf(string email) => email[(email.LastIndexOf('@') + 1)..].Trim();

    private static string FoldedNumber(string number) => string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
