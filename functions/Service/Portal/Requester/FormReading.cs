using System.Text.Json;
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
    public static IReadOnlyList<FieldError> Check(Entries entries, FormStep upTo) =>
        [.. Missing(entries).Concat(Refused(entries)).Where(error => FormSteps.Of(error.Field!) <= upTo).DistinctBy(error => error.Field)];

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

    private static IEnumerable<FieldError> Missing(Entries entries)
    {
        if (Kind(entries) is not { } kind)
        {
            yield return new("requester.kind", "Choose who you are");
        }
        else if (kind == RequesterKind.CommunityPartner && YesNo(entries, "requester.partnerRegistration.complete") is null)
        {
            yield return new("requester.partnerRegistration.complete", "Say whether your registration is complete");
        }
        else if (Questions.AsksOwnStudents(kind) && YesNo(entries, "requester.coversOnlyOwnStudents") is null)
        {
            yield return new("requester.coversOnlyOwnStudents", "Say whether this is only about your own students");
        }

        if (entries["requester.name"].Length == 0)
        {
            yield return new("requester.name", "Enter your name");
        }

        if (entries["requester.email"].Length == 0)
        {
            yield return new("requester.email", "Enter your e-mail address");
        }

        if (Read<DataLevel>(entries["data.level"]) is null)
        {
            yield return new("data.level", "Choose what kind of data you need");
        }

        if (entries["data.scope"].Length == 0)
        {
            yield return new("data.scope", "Describe what you would like to know");
        }

        if (entries["purpose"].Length == 0)
        {
            yield return new("purpose", "Say what the data will be used for");
        }

        if (entries["audience"].Length == 0)
        {
            yield return new("audience", "Say who will see it");
        }
    }

    // The form takes exactly what the API takes: lengths, addresses, school years are judged in one place.
    private static IEnumerable<FieldError> Refused(Entries entries)
    {
        var errors = new BodyErrors();
        SubmissionBody.Read(new(JsonSerializer.SerializeToElement(Submission(entries), ApiJson.Options), "", errors));
        return errors.ByPath().Select(wrong => new FieldError(FormSteps.Field(wrong.Key), wrong.Value[0]));
    }

    private static bool? YesNo(Entries entries, string name) => entries[name] switch { "yes" => true, "no" => false, _ => null };

    private static T? Read<T>(string text) where T : struct, Enum =>
        text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private static string[] Split(string text, char[] separators) =>
        text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
