using System.Diagnostics;
using Core.Languages;
using Core.Routing;

namespace Core.Notifications;

/// <summary>The office's vocabulary as staff read it in mail, and as agreements name things: English.</summary>
public static class Words
{
    /// <summary>A level of data, to be used at the start of a line.</summary>
    public static string For(DataLevel level) => Texts.English.MeaningOf(level);

    /// <summary>Who asks, to be used within a sentence.</summary>
    public static string For(RequesterKind kind) => kind switch
    {
        RequesterKind.SchoolLeader => "a school leader",
        RequesterKind.Teacher => "a teacher",
        RequesterKind.CentralOffice => "central office staff",
        RequesterKind.Researcher => "a researcher",
        RequesterKind.CommunityPartner => "a community partner",
        RequesterKind.Media => "the media",
        RequesterKind.OutsideAgency => "an outside agency",
        RequesterKind.LawEnforcement => "law enforcement",
        RequesterKind.ParentOrStudent => "a parent or student",
        RequesterKind.Public => "a member of the public",
        _ => throw new UnreachableException(),
    };

    /// <summary>What the requester hands in to meet a requirement.</summary>
    public static string For(Requirement requirement) => Texts.English.ToHandIn(requirement);

    /// <summary>A kind of document, within a sentence.</summary>
    public static string For(Requests.DocumentKind kind) => Texts.English.Within(kind);

    /// <summary>An instrument of legal process, within a sentence.</summary>
    public static string For(LegalProcess process) => process switch
    {
        LegalProcess.Warrant => "a warrant",
        LegalProcess.Subpoena => "a subpoena",
        LegalProcess.CourtOrder => "a court order",
        _ => throw new UnreachableException(),
    };

    /// <summary>A ground that law enforcement claims, within a sentence.</summary>
    public static string For(ClaimedException exception) => exception switch
    {
        ClaimedException.HealthOrSafetyEmergency => "a health or safety emergency",
        ClaimedException.PoliceCriminalInvestigation => "a police criminal investigation",
        ClaimedException.SuspectedChildAbuse => "suspected child abuse or neglect",
        _ => throw new UnreachableException(),
    };
}
