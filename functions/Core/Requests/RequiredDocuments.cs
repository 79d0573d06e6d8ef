using Core.Routing;

namespace Core.Requests;

/// <summary>Which requirements are met by handing in a document, and of which kind.</summary>
public static class RequiredDocuments
{
    private static readonly (Requirement Requirement, DocumentKind Kind, bool CanBeWaived)[] Table =
    [
        // The office can look a partner up in the registry itself.
        (Requirement.PartnerRegistration, DocumentKind.PartnerRegistration, true),
        // A partner may turn out to have none.
        (Requirement.ExistingAgreements, DocumentKind.ExistingAgreement, true),
        // IDs may come with an answer.
        (Requirement.StudentIds, DocumentKind.Other, true),
        // Consent is on paper or it is not there (ODA-03).
        (Requirement.FamilyConsent, DocumentKind.FamilyConsent, false),
    ];

    /// <summary>True where the requirement is met by a document.</summary>
    public static bool IsDocument(Requirement requirement) => Table.Any(row => row.Requirement == requirement);

    /// <summary>The requirement that documents of this kind meet.</summary>
    public static Requirement? Asking(DocumentKind kind) =>
        Table.Where(row => row.Kind == kind).Select(row => (Requirement?)row.Requirement).FirstOrDefault();

    /// <summary>The kind of document that meets the requirement.</summary>
    public static DocumentKind KindFor(Requirement requirement) => Table.First(row => row.Requirement == requirement).Kind;

    /// <summary>True where the office may accept without a document in hand.</summary>
    public static bool CanBeWaived(Requirement requirement) => Table.First(row => row.Requirement == requirement).CanBeWaived;
}
