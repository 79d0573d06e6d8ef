using System.Diagnostics;
using Core.Requests;
using Core.Routing;

namespace Core.Authorities;

/// <summary>The vocabulary of requests by authorities, as people read it.</summary>
public static class AuthorityWords
{
    /// <summary>A kind of authority.</summary>
    public static string For(Authority authority) => authority switch
    {
        Authority.SchoolPolice => "School police",
        Authority.MunicipalPolice => "City or town police",
        Authority.StatePolice => "State or transit police",
        Authority.FederalAgency => "A federal agency, such as the FBI",
        Authority.ImmigrationOfficials => "Immigration officials",
        Authority.ProsecutorOrCourt => "A prosecutor, court or probation officer",
        Authority.ChildProtection => "Child protection",
        Authority.Other => "Another authority",
        _ => throw new UnreachableException(),
    };

    /// <summary>What became of the papers.</summary>
    public static string For(PapersSeen papers) => papers switch
    {
        PapersSeen.None => "No papers were shown",
        PapersSeen.Shown => "Shown, not copied",
        PapersSeen.Copied => "Copied",
        _ => throw new UnreachableException(),
    };

    /// <summary>A ground.</summary>
    public static string For(ReviewGround ground) => ground switch
    {
        ReviewGround.Warrant => "Warrant",
        ReviewGround.Subpoena => "Subpoena",
        ReviewGround.CourtOrder => "Court order",
        ReviewGround.HealthOrSafetyEmergency => "Health or safety emergency",
        ReviewGround.PoliceCriminalInvestigation => "Police criminal investigation",
        ReviewGround.SuspectedChildAbuse => "Suspected child abuse or neglect",
        ReviewGround.FamilyConsent => "The family's consent",
        ReviewGround.DirectoryInformation => "Directory information only",
        ReviewGround.SchoolPoliceRecord => "Record of the school police, not an education record",
        ReviewGround.SuperintendentReview => "Superintendent's review",
        ReviewGround.None => "No lawful ground",
        _ => throw new UnreachableException(),
    };

    /// <summary>A race or ethnicity.</summary>
    public static string For(StudentRace race) => race switch
    {
        StudentRace.AmericanIndianOrAlaskaNative => "American Indian or Alaska Native",
        StudentRace.Asian => "Asian",
        StudentRace.BlackOrAfricanAmerican => "Black or African American",
        StudentRace.HispanicOrLatino => "Hispanic or Latino",
        StudentRace.MultiRace => "Multi-race",
        StudentRace.NativeHawaiianOrPacificIslander => "Native Hawaiian or Pacific Islander",
        StudentRace.White => "White",
        StudentRace.NotGiven => "Not given",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether they are English learners.</summary>
    public static string For(EnglishLearners learners) => learners switch
    {
        EnglishLearners.Yes => "English learners",
        EnglishLearners.No => "Not English learners",
        EnglishLearners.NotGiven => "Not given",
        _ => throw new UnreachableException(),
    };
}
