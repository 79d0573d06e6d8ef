using System.Text.Json;
using Core.Languages;
using Core.Routing;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>Reads the form: what was typed becomes a submission, or errors at its fields.</summary>
internal static class FormReading
{
    private static readonly char[] ListSeparators = [',', ';', '\n', '\r'];
    private static readonly char[] IdSeparators = [',', ';', '\n', '\r', '\t', ' '];

    /// <summary>What is wrong with the answers up to and including a step.</summary>
    public static IReadOnlyList<FieldError> Check(Entries entries, FormStep upTo, Texts say) =>
        [.. Missing(entries, say).Concat(Refused(entries, say)).Where(error => FormSteps.Of(error.Field!) <= upTo).DistinctBy(error => error.Field)];

    /// <summary>Who asks, once it was chosen.</summary>
    public static RequesterKind? Kind(Entries entries) => Read<RequesterKind>(entries["requester.kind"]);

    /// <summary>The submission; only to be asked for where <see cref="Check"/> found nothing. Questions that this kind of person is not asked are left out.</summary>
    public static Submission Submission(Entries entries)
    {
        var kind = Kind(entries) ?? RequesterKind.Public;
        var level = Read<DataLevel>(entries["data.level"]) ?? DataLevel.Aggregate;
        var specific = entries.Has("data.specificStudents", "yes");
        var submission = new Submission
        {
            Requester = new()
            {
                Name = entries["requester.name"],
                Email = entries["requester.email"],
                Organization = entries.Optional("requester.organization"),
                Kind = kind,
                PartnerRegistration = kind == RequesterKind.CommunityPartner
                    ? new(entries.Has("requester.partnerRegistration.complete", "yes"), YesNo(entries, "requester.partnerRegistration.hasAgreements"))
                    : null,
                ResearchApproval = kind == RequesterKind.Researcher ? entries.Optional("requester.researchApproval") : null,
                CoversOnlyOwnStudents = Questions.AsksOwnStudents(kind) && entries.Has("requester.coversOnlyOwnStudents", "yes"),
            },
            Purpose = entries["purpose"],
            Audience = entries["audience"],
            Data = new()
            {
                Level = level,
                Scope = entries["data.scope"],
                Attributes = Split(entries["data.attributes"], ListSeparators),
                SchoolYears = [.. entries.All("data.schoolYears").SelectMany(value => Split(value, ListSeparators))],
                Population = entries.Optional("data.population"),
                SpecificStudents = specific,
                StudentIds = specific ? Split(entries["data.studentIds"], IdSeparators) : [],
            },
            IsPublicRecordsRequest = Questions.AsksPublicRecords(kind) && entries.Has("isPublicRecordsRequest", "yes"),
            LegalProcess = Questions.AsksLegalProcess(kind) ? Read<LegalProcess>(entries["legalProcess"]) : null,
            ClaimedException = kind == RequesterKind.LawEnforcement ? Read<ClaimedException>(entries["claimedException"]) : null,
            FerpaException = Questions.AsksFerpa(kind) ? Read<FerpaException>(entries["ferpaException"]) : null,
        };
        return submission with { ConfirmedWording = Wording.Confirms(entries, Screening.Characterisations(submission)) ? true : null };
    }

    private static IEnumerable<FieldError> Missing(Entries entries, Texts say)
    {
        if (Kind(entries) is not { } kind)
        {
            yield return new("requester.kind", say.YouWhoMissing);
        }
        else if (kind == RequesterKind.CommunityPartner && YesNo(entries, "requester.partnerRegistration.complete") is null)
        {
            yield return new("requester.partnerRegistration.complete", say.SituationRegisteredMissing);
        }
        else if (Questions.AsksOwnStudents(kind) && YesNo(entries, "requester.coversOnlyOwnStudents") is null)
        {
            yield return new("requester.coversOnlyOwnStudents", say.SituationOwnMissing);
        }

        if (entries["requester.name"].Length == 0)
        {
            yield return new("requester.name", say.YouNameMissing);
        }

        if (entries["requester.email"].Length == 0)
        {
            yield return new("requester.email", say.YouEmailMissing);
        }

        if (Read<DataLevel>(entries["data.level"]) is null)
        {
            yield return new("data.level", say.DataLevelMissing);
        }

        if (entries["data.scope"].Length == 0)
        {
            yield return new("data.scope", say.DataScopeMissing);
        }

        if (entries["purpose"].Length == 0)
        {
            yield return new("purpose", say.UsePurposeMissing);
        }

        if (entries["audience"].Length == 0)
        {
            yield return new("audience", say.UseAudienceMissing);
        }
    }

    // The form takes exactly what the API takes: lengths, addresses, school years are judged in one place.
    private static IEnumerable<FieldError> Refused(Entries entries, Texts say)
    {
        var errors = new BodyErrors();
        SubmissionBody.Read(new(JsonSerializer.SerializeToElement(Submission(entries), ApiJson.Options), "", errors));
        return errors.ByPath().Select(wrong => new FieldError(FormSteps.Field(wrong.Key), say == Texts.English ? wrong.Value[0]
            : wrong.Key == "requester.email" ? say.FormWrongEmail : say.FormWrongAnswer));
    }

    private static bool? YesNo(Entries entries, string name) => entries[name] switch { "yes" => true, "no" => false, _ => null };

    private static T? Read<T>(string text) where T : struct, Enum =>
        text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private static string[] Split(string text, char[] separators) =>
        text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
