using static Core.Routing.Requirement;

namespace Core.Routing;

/// <summary>What has to be there before data can leave: policy sections 2 and 3 (rules 7 to 10, exceptions, specific students).</summary>
internal static class Requirements
{
    /// <summary>The requirements of an accepted or reviewed request, in the order they are asked for, each with its reason.</summary>
    public static IEnumerable<(Requirement Requirement, Reason Reason)> Of(Asked asked)
    {
        var (submission, requester) = (asked.Submission, asked.Submission.Requester);
        var isPartner = asked.Kind == RequesterKind.CommunityPartner;

        if (isPartner && requester.PartnerRegistration?.Complete != true)
        {
            yield return (Requirement.PartnerRegistration, new("PartnerRegistrationRequired",
                "Your registration as a partner must be complete: all your programs and all your school partnerships.", "ODA-03"));
        }

        if (isPartner && requester.PartnerRegistration?.HasAgreements == true)
        {
            yield return (ExistingAgreements, new("ExistingAgreementsRequired", "Hand in the agreements you have with schools.", "ODA-03"));
        }

        if (submission.Data is { SpecificStudents: true, StudentIds.Count: 0 })
        {
            yield return (StudentIds, new("StudentIdsRequired",
                "For a specific group of students their ID numbers must be given; without them the request cannot be fulfilled.", "ODA-03"));
        }

        var own = OwnStudents(asked);
        if (asked.Level == DataLevel.IdentifiableRoster && !own && !ConsentLifted(asked))
        {
            yield return (FamilyConsent, new("FamilyConsentRequired", "Identifiable data needs the current consent of each family.", "ODA-03; FERPA §99.30"));
        }

        if (asked.IsStudentLevel && submission.FerpaException is FerpaException.Studies or FerpaException.Audit)
        {
            yield return (DataSharingAgreement, new("DataSharingAgreementRequired",
                "Under this exception the written agreement names purpose, scope, duration, the information, and its destruction.", "FERPA §99.31(a)(6), §99.35"));
        }

        if (isPartner || (asked.IsStudentLevel && !own))
        {
            yield return (Nda, new("NdaRequired", isPartner
                ? "Partners sign a non-disclosure agreement before receiving any data."
                : "Student-level data needs a current signed non-disclosure agreement.", "ODA-03"));
        }
    }

    /// <summary>What else the requester should know, without anything being required.</summary>
    public static IEnumerable<Reason> Remarks(Asked asked)
    {
        if (asked is { Kind: RequesterKind.CommunityPartner, Submission.Requester.PartnerRegistration: null or { HasAgreements: null } })
        {
            yield return new("ExistingAgreementsIfAny", "If you have agreements with schools, upload them with your request.", "ODA-03");
        }

        if (asked.Level == DataLevel.Directory)
        {
            yield return new("OptedOutFamilies", "Families who opted out of directory information are left out.", "FERPA §99.37");
        }

        if (asked.Level == DataLevel.Aggregate)
        {
            yield return new("SmallGroups", $"Groups of fewer than {asked.Policy.SmallestGroup} students are suppressed.", "ODA-03");
        }

        if (asked.Submission.FerpaException == FerpaException.SchoolOfficial && !IsStaff(asked.Kind))
        {
            yield return new("NotASchoolOfficial", "The school-official exception holds for the district's own staff only, so it changes nothing here.", "FERPA §99.31(a)(1)");
        }
    }

    private static bool OwnStudents(Asked asked) =>
        asked.Kind is RequesterKind.SchoolLeader or RequesterKind.Teacher && asked.Submission.Requester.CoversOnlyOwnStudents;

    private static bool ConsentLifted(Asked asked) =>
        asked.Kind == RequesterKind.CentralOffice || asked.Submission.FerpaException switch
        {
            FerpaException.Studies or FerpaException.Audit => true,
            FerpaException.SchoolOfficial => IsStaff(asked.Kind),
            _ => false,
        };

    private static bool IsStaff(RequesterKind kind) =>
        kind is RequesterKind.SchoolLeader or RequesterKind.Teacher or RequesterKind.CentralOffice;
}
