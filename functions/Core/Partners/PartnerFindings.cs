using System.Globalization;
using Core.Agreements;
using Core.Routing;
using NodaTime;
using NodaTime.Text;

namespace Core.Partners;

/// <summary>Something the registers say about whoever made a request.</summary>
/// <param name="Code">A stable name.</param>
/// <param name="NeedsCare">It contradicts what the request says, or stands in its way.</param>
/// <param name="Text">As a sentence for the analyst.</param>
/// <param name="Source">The rule behind it.</param>
public sealed record PartnerFinding(string Code, bool NeedsCare, string Text, string Source);

/// <summary>
/// What the partner or researcher of a request already has, and where the registers contradict the request. For the office alone:
/// whoever types an organization's name must not learn from us how it stands.
/// </summary>
public static class PartnerFindings
{
    private const string Partners = "ODA-03, policy section 3 rule 8";
    private const string Research = "ODA-03, policy section 3 rule 7";
    private const string Destruction = "FERPA §99.31(a)(6)(iv)";

    private static readonly LocalDatePattern DayPattern = LocalDatePattern.Create("MMMM d, uuuu", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>All findings about a submission, what needs care first.</summary>
    /// <param name="submission">The request as it was made.</param>
    /// <param name="register">The registers.</param>
    /// <param name="executed">An agreement executed here that is still current.</param>
    /// <param name="today">The office's date.</param>
    public static IReadOnlyList<PartnerFinding> Of(Submission submission, PartnerRegister register, CurrentNda? executed, LocalDate today)
    {
        var findings = (submission.Requester.Kind == RequesterKind.CommunityPartner || register.Of(submission.Requester) is not null
                ? OfPartner(submission.Requester, register, today)
                : [])
            .Concat(submission.Requester.Kind == RequesterKind.Researcher || submission.Requester.ResearchApproval is not null
                ? OfResearch(submission.Requester, register, today)
                : []);
        if (executed is not null)
        {
            findings = findings.Append(new("NdaExecutedHere", false,
                $"An agreement executed with {executed.RequestId} holds until {Day(executed.EndsOn)}; it is reused by itself.", "ODA-03"));
        }

        return [.. findings.OrderByDescending(finding => finding.NeedsCare)];
    }

    private static IEnumerable<PartnerFinding> OfPartner(Requester requester, PartnerRegister register, LocalDate today)
    {
        var says = requester.PartnerRegistration?.Complete == true;
        if (register.Of(requester) is not { } partner)
        {
            yield return says
                ? new("ClaimNotInRegister", true, "The request says that the partner registration is complete, but the register has no partner of this name or e-mail domain.", Partners)
                : new("NotInRegister", false, "The register has no partner of this name or e-mail domain.", Partners);
            yield break;
        }

        if (register.ByOrganization(requester.Organization) is null)
        {
            yield return new("KnownByAddress", true,
                $"The e-mail domain is that of {partner.Name}, but the organization is given as \"{requester.Organization ?? "nothing"}\".", Partners);
        }
        else if (register.ByAddress(requester.Email) is { } other && other != partner)
        {
            yield return new("AddressOfAnother", true, $"The organization is {partner.Name}, but the e-mail domain is that of {other.Name}.", Partners);
        }
        else if (partner.Domains.Count > 0 && register.ByAddress(requester.Email) is null)
        {
            yield return new("AddressNotOfPartner", true,
                $"The e-mail address is not of {partner.Name}'s own domain ({string.Join(", ", partner.Domains)}).", Partners);
        }

        yield return (says, partner.IsComplete) switch
        {
            (true, false) => new("ClaimContradicted", true, $"The request says that the partner registration is complete; the register says it is not. {Known(partner)}", Partners),
            (false, true) => new("CompleteInRegister", false, $"The registration of {partner.Name} is complete in the register. {Known(partner)}", Partners),
            (true, true) => new("ClaimConfirmed", false, $"The register confirms that the registration of {partner.Name} is complete. {Known(partner)}", Partners),
            (false, false) => new("IncompleteInRegister", true, $"The registration of {partner.Name} is not complete. {Known(partner)}", Partners),
        };
        if (partner.NdaEndsOn is { } nda)
        {
            yield return nda < today
                ? new("NdaEnded", true, $"The agreement in the register ended on {Day(nda)}.", "ODA-03")
                : new("NdaInRegister", false, $"The register has an agreement until {Day(nda)}.", "ODA-03");
        }

        if (partner.ConsentUntil is { } consent)
        {
            yield return consent < today
                ? new("ConsentEnded", true, $"The family consent on file ended on {Day(consent)}.", Partners)
                : new("ConsentOnFile", false, $"Family consent is on file until {Day(consent)}.", Partners);
        }

        if (partner.Agreements.Count > 0)
        {
            yield return new("AgreementsOnFile", false, $"Existing agreements on file: {string.Join("; ", partner.Agreements)}.", Partners);
        }

        if (partner.DestructionDueOn is { } due)
        {
            yield return due < today
                ? new("DestructionOverdue", true, $"The destruction of data received earlier was due on {Day(due)} and is not attested.", Destruction)
                : new("DestructionDue", false, $"Data received earlier has to be destroyed by {Day(due)}.", Destruction);
        }

        if (partner.Note.Length > 0)
        {
            yield return new("Note", false, $"Note in the register: {partner.Note}", Partners);
        }
    }

    private static IEnumerable<PartnerFinding> OfResearch(Requester requester, PartnerRegister register, LocalDate today)
    {
        if (requester.ResearchApproval is not { } number)
        {
            yield break;
        }

        if (register.Approval(number) is not { } approval)
        {
            yield return new("ApprovalUnknown", true, $"The research approval {number} is not in the register.", Research);
            yield break;
        }

        var what = $"Research approval {approval.Number}, \"{approval.Title}\"";
        yield return approval switch
        {
            { Status: ApprovalStatus.Suspended } => new("ApprovalSuspended", true, $"{what}, is suspended.", Research),
            { Status: ApprovalStatus.Revoked } => new("ApprovalRevoked", true, $"{what}, was revoked.", Research),
            { Until: var until } when until < today => new("ApprovalExpired", true, $"{what}, ended on {Day(until)}.", Research),
            { From: var from } when from > today => new("ApprovalNotYet", true, $"{what}, begins on {Day(from)}.", Research),
            _ => new("ApprovalInForce", false, $"{what}, holds until {Day(approval.Until)}.", Research),
        };
        var isSamePerson = approval.Email.Equals(requester.Email, StringComparison.OrdinalIgnoreCase);
        var isSameHouse = PartnerRegister.DomainOf(approval.Email).Equals(PartnerRegister.DomainOf(requester.Email), StringComparison.OrdinalIgnoreCase);
        if (!isSamePerson)
        {
            yield return new("ApprovalOfAnother", !isSameHouse,
                $"It was given to {approval.Researcher} of {approval.Organization}, {approval.Email}; this request comes from {requester.Email}.", Research);
        }
    }

    private static string Known(Partner partner) =>
        $"Programs: {Listed(partner.Programs)}. School partnerships: {Listed(partner.Schools)}.";

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);

    private static string Day(LocalDate date) => DayPattern.Format(date);
}
