using static Core.Routing.DataLevel;
using static Core.Routing.Requirement;

namespace Core.Routing;

/// <summary>What has to be there before data can leave: policy sections 2 and 3 (rules 7 to 10, exceptions, specific students).</summary>
internal static class Requirements
{
    /// <summary>The requirements, in the order they are asked for, each with its reason.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="outcome">What the table decided. Consent and agreements do not stand against legal process: what a review lets through, the approver decides.</param>
    public static IEnumerable<(Requirement Requirement, Reason Reason)> Of(Asked asked, Outcome outcome) => outcome switch
    {
        { Office: Office.ResearchReview } => [(ResearchApproval, new(outcome.Code, outcome.Text, "ODA-03"))],
        { Disposition: Disposition.Accept } => OfAccepted(asked),
        _ => [],
    };

    private static IEnumerable<(Requirement Requirement, Reason Reason)> OfAccepted(Asked asked)
    {
        var isPartner = asked.Kind == RequesterKind.CommunityPartner;
        var registration = asked.Submission.Requester.PartnerRegistration;

        if (isPartner && registration?.Complete != true)
        {
            yield return (Requirement.PartnerRegistration, new("PartnerRegistrationRequired",
                "Your registration as a partner must be complete: all your programs and all your school partnerships.", "ODA-03"));
        }

        if (isPartner && registration?.HasAgreements == true)
        {
            yield return (ExistingAgreements, new("ExistingAgreementsRequired", "Hand in the agreements you have with schools.", "ODA-03"));
        }

        if (asked.Submission.Data is { SpecificStudents: true, StudentIds: var ids } && ids.All(string.IsNullOrWhiteSpace))
        {
            yield return (StudentIds, new("StudentIdsRequired",
                "For a specific group of students their ID numbers must be given; without them the request is not fulfilled.", "ODA-03"));
        }

        // A school official needs neither consent nor agreement for the own students of the year.
        var isOpen = !asked.IsStudentLevel || asked.IsAboutOwnStudents;
        var relyingOn = asked.Submission.FerpaException is FerpaException.Studies or FerpaException.Audit && asked.Kind != RequesterKind.CentralOffice;

        if (asked.Level == IdentifiableRoster && !isOpen && !relyingOn && asked.Kind != RequesterKind.CentralOffice)
        {
            yield return (FamilyConsent, new("FamilyConsentRequired", "Identifiable student data needs the current consent of each family.", "ODA-03; FERPA §99.30"));
        }

        if (!isOpen && relyingOn)
        {
            yield return (DataSharingAgreement, new("DataSharingAgreementRequired",
                "Under this exception no family consent is needed, but a written agreement that names purpose, scope, duration, the information, and its destruction.",
                "FERPA §99.31(a)(6), §99.35"));
        }

        if (isPartner || !isOpen)
        {
            yield return (Nda, new("NdaRequired", isPartner
                ? "Partners sign a non-disclosure agreement before receiving any data."
                : "Student-level data needs a current signed non-disclosure agreement.", "ODA-03"));
        }
    }
}
