using System.Net.Mail;
using System.Text.RegularExpressions;
using Core.Notifications;
using Core.Routing;

namespace Service.Api.Bodies;

/// <summary>Reads a submission (contract, "Triage and submission").</summary>
internal static partial class SubmissionBody
{
    /// <summary>On every body with free text: its writer was warned of words that characterise a person and lets them stand (policy section 5).</summary>
    public const string ConfirmedWording = "confirmedWording";

    private const int Line = 200;
    private const int Prose = 4_000;

    /// <summary>The submission; null where something is wrong with it.</summary>
    public static Submission? Read(BodyObject body)
    {
        var requester = body.Object("requester", required: true) is { } who ? ReadRequester(who) : null;
        var data = body.Object("data", required: true) is { } what ? ReadData(what) : null;
        var purpose = body.Text("purpose", Prose, required: true, lines: true);
        var audience = body.Text("audience", Prose, required: true, lines: true);
        var isPublicRecords = body.Flag("isPublicRecordsRequest");
        var legalProcess = body.Choice<LegalProcess>("legalProcess");
        var claimed = body.Choice<ClaimedException>("claimedException");
        var ferpa = body.Choice<FerpaException>("ferpaException");
        var published = body.Flag("answeredByPublished");
        var visit = body.Object("visit") is { } visited ? VisitBody.Read(visited) : null;
        if (visit is not null && requester is not null && requester.Kind != RequesterKind.LawEnforcement)
        {
            body.Wrong("visit", "Only law enforcement is written down as a visit: requester.kind must be LawEnforcement.");
        }

        var confirmed = body.Flag(ConfirmedWording);
        var language = body.Text("language", 35);
        if (language is not null && !LanguageTag().IsMatch(language))
        {
            body.Wrong("language", "This must be a language tag such as en or pt-BR.");
        }

        return body.Errors.None
            ? new()
            {
                Requester = requester!,
                Purpose = purpose!,
                Audience = audience!,
                Data = data!,
                IsPublicRecordsRequest = isPublicRecords ?? false,
                LegalProcess = legalProcess,
                ClaimedException = claimed,
                FerpaException = ferpa,
                AnsweredByPublished = published ?? false,
                Visit = visit,
                ConfirmedWording = confirmed == true ? true : null,
                Language = language ?? "en",
            }
            : null;
    }

    private static Requester? ReadRequester(BodyObject who)
    {
        var name = who.Text("name", Line, required: true);
        var email = who.Text("email", Line, required: true);
        if (email is not null && !IsAddress(email))
        {
            who.Wrong("email", "This must be an e-mail address such as name@example.org.");
        }

        var organization = who.Text("organization", Line);
        if (Screening.AsksForStatus(name))
        {
            who.Wrong("name", Screening.StatusRefusal);
        }

        if (Screening.OrganizationSaysStatus(organization))
        {
            who.Wrong("organization", Screening.StatusRefusal);
        }

        var kind = who.Choice<RequesterKind>("kind", required: true);
        var registration = who.Object("partnerRegistration");
        var complete = registration?.Flag("complete", required: true);
        var hasAgreements = registration?.Flag("hasAgreements");
        var approval = who.Text("researchApproval", Line);
        var ownStudents = who.Flag("coversOnlyOwnStudents");
        return who.Errors.None
            ? new()
            {
                Name = name!,
                Email = email!,
                Organization = organization,
                Kind = kind!.Value,
                PartnerRegistration = complete is { } known ? new(known, hasAgreements) : null,
                ResearchApproval = approval,
                CoversOnlyOwnStudents = ownStudents ?? false,
            }
            : null;
    }

    private static RequestedData? ReadData(BodyObject what)
    {
        var level = what.Choice<DataLevel>("level", required: true);
        var years = what.Texts("schoolYears", 50, 20);
        if (years.Any(year => !IsSchoolYear(year)))
        {
            what.Wrong("schoolYears", "Each school year must be written as 2024-25.");
        }

        var population = what.Text("population", Prose, lines: true);
        var attributes = what.Texts("attributes", 200, Line);
        var scope = what.Text("scope", Prose, required: true, lines: true);
        var specific = what.Flag("specificStudents");
        var students = what.Texts("studentIds", 10_000, 64);
        return what.Errors.None
            ? new()
            {
                Level = level!.Value,
                SchoolYears = years,
                Population = population,
                Attributes = attributes,
                Scope = scope!,
                SpecificStudents = specific ?? false,
                StudentIds = students,
            }
            : null;
    }

    // The framework's parser takes "Name <a@b>" as well; the address alone must be all there is.
    public static bool IsAddress(string text) =>
        Recipients.LooksLikeAddress(text) && MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static bool IsSchoolYear(string text) =>
        SchoolYear().Match(text) is { Success: true } year
        && (int.Parse(year.Groups[1].ValueSpan) + 1) % 100 == int.Parse(year.Groups[2].ValueSpan[^2..]);

    [GeneratedRegex(@"^([12]\d{3})-(\d{2}|20\d{2})\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SchoolYear();

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageTag();
}
