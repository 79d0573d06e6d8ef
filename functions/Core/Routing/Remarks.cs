namespace Core.Routing;

/// <summary>What else the requester should know of an accepted or reviewed request, without anything being required.</summary>
internal static class Remarks
{
    /// <summary>The remarks, each with its source.</summary>
    public static IEnumerable<Reason> On(Asked asked)
    {
        var submission = asked.Submission;
        if (submission.LegalProcess is LegalProcess.Subpoena or LegalProcess.CourtOrder)
        {
            yield return new("FamilyNotified",
                "Before a subpoena or court order is complied with, the family is notified, unless the order forbids it.", "FERPA §99.31(a)(9)(ii)");
        }

        if (submission.Requester.Kind != RequesterKind.LawEnforcement
            && (Vocabulary.NamesPoliceRecords(submission.Data.Scope) || submission.Data.Attributes.Any(Vocabulary.NamesPoliceRecords)))
        {
            yield return new("PoliceRecordsKeptApart",
                "School-police reports are kept apart from education records and are never given out with them; counts may be.", "LTR-2018; FERPA §99.8");
        }

        if (submission.ClaimedException is not null && asked.Kind != RequesterKind.LawEnforcement)
        {
            yield return new("ClaimedExceptionIgnored", "Only law enforcement can claim this exception, so it changes nothing here.", "PLAN-2020");
        }

        if (asked.Kind == RequesterKind.CommunityPartner && submission.Requester.PartnerRegistration?.HasAgreements is null)
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

        if (submission.FerpaException == FerpaException.SchoolOfficial && !asked.IsByStaff)
        {
            yield return new("NotASchoolOfficial",
                "The school-official exception holds for the district's own staff only, so it changes nothing here.", "FERPA §99.31(a)(1)");
        }
    }
}
