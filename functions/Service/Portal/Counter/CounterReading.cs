using System.Text.Json;
using Core.Policy;
using Core.Routing;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Portal.Layout;

namespace Service.Portal.Counter;

/// <summary>Reads what was written down at the counter: a submission, or errors at its fields.</summary>
internal static class CounterReading
{
    private static readonly char[] IdSeparators = [',', ';', '\n', '\r', '\t', ' '];

    private const string NoStatus =
        "Leave out anything about immigration or citizenship: the district does not have it, does not ask for it, and does not write it down. Tell them that, and go on.";

    // What the API calls a field, and what these pages call it.
    private static readonly (string Path, string Field)[] Names =
    [
        ("requester.name", "officer"), ("requester.email", "officerEmail"), ("requester.organization", "agency"), ("data.scope", "scope"),
        ("data.studentIds", "studentIds"), ("purpose", "purpose"), ("visit.school", "school"), ("visit.badge", "badge"), ("visit.recordedBy.name", "name"),
        ("visit.recordedBy.email", "email"),
    ];

    /// <summary>What is wrong with the answers up to and including a step.</summary>
    public static IReadOnlyList<FieldError> Check(Entries entries, CounterStep upTo, OfficePolicy policy) =>
        [.. Missing(entries).Concat(Status(entries)).Concat(Refused(entries, policy)).Where(error => CounterSteps.Of(error.Field ?? "") <= upTo).DistinctBy(error => error.Field)];

    /// <summary>Who is there; null before it was chosen.</summary>
    public static Authority? Authority(Entries entries) => Read<Authority>(entries["authority"]);

    /// <summary>What they bring.</summary>
    public static LegalProcess? Process(Entries entries) => Read<LegalProcess>(entries["process"]);

    /// <summary>What they claim.</summary>
    public static ClaimedException? Claimed(Entries entries) => Read<ClaimedException>(entries["claimed"]);

    /// <summary>The submission. Where the officer left no address, what is for them goes to the office that decides, which hands it over itself.</summary>
    public static Submission Submission(Entries entries, OfficePolicy policy)
    {
        var (process, claimed) = (Process(entries), Claimed(entries));
        var office = process is null && claimed is null ? Office.Superintendent : Office.LegalAdvisor;
        var ids = entries["studentIds"].Split(IdSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var submission = new Submission
        {
            Requester = new()
            {
                Name = entries["officer"],
                Email = entries.Optional("officerEmail") ?? policy.Offices.GetValueOrDefault(office)?.Email ?? policy.District.Mailbox,
                Organization = entries["agency"],
                Kind = RequesterKind.LawEnforcement,
            },
            Purpose = entries.Optional("purpose") ?? "Not said at the counter.",
            Audience = entries.Optional("agency") ?? "Not said",
            Data = new()
            {
                Level = entries["about"] switch { "none" => DataLevel.Aggregate, "several" => DataLevel.IdentifiableRoster, _ => DataLevel.IndividualRecord },
                Scope = entries["scope"],
                SpecificStudents = entries["about"] != "none",
                StudentIds = entries["about"] == "none" ? [] : ids,
            },
            LegalProcess = process,
            ClaimedException = claimed,
            Visit = new()
            {
                Authority = Authority(entries) ?? Core.Routing.Authority.Other,
                School = entries["school"],
                Badge = entries.Optional("badge"),
                Papers = Read<PapersSeen>(entries["papers"]) ?? PapersSeen.None,
                OrderForbidsNotice = entries["forbids"] switch { "yes" => true, "no" => false, _ => null },
                RecordedBy = new(entries["name"], entries["email"]),
            },
        };
        return submission with { ConfirmedWording = Wording.Confirms(entries, Screening.Characterisations(submission)) ? true : null };
    }

    private static IEnumerable<FieldError> Missing(Entries entries)
    {
        if (Authority(entries) is null)
        {
            yield return new("authority", "Choose who is there");
        }

        (string Field, string Text)[] needed =
        [
            ("agency", "Enter the agency, as it is on their identification"), ("officer", "Enter the officer's name"),
            ("scope", "Write down what they ask for, in their words"), ("about", "Say how many students it is about"),
            ("school", "Enter the name of your school"), ("name", "Enter your name"), ("email", "Enter your e-mail address"),
        ];
        foreach (var (field, text) in needed.Where(one => entries[one.Field].Length == 0))
        {
            yield return new(field, text);
        }
    }

    private static IEnumerable<FieldError> Status(Entries entries) =>
        new[] { "scope", "purpose", "studentIds", "agency" }
            .Where(field => field == "agency" ? Screening.OrganizationSaysStatus(entries[field]) : Screening.AsksForStatus(entries[field]))
            .Select(field => new FieldError(field, NoStatus));

    private static IEnumerable<FieldError> Refused(Entries entries, OfficePolicy policy)
    {
        var errors = new BodyErrors();
        SubmissionBody.Read(new(JsonSerializer.SerializeToElement(Submission(entries, policy), ApiJson.Options), "", errors));
        return errors.ByPath().Select(wrong => new FieldError(Field(wrong.Key), wrong.Value[0]));
    }

    /// <summary>The page's field for a path of the API; the path may go deeper.</summary>
    public static string Field(string path) => Names.FirstOrDefault(name => path.StartsWith(name.Path, StringComparison.Ordinal)).Field ?? path;

    private static T? Read<T>(string text) where T : struct, Enum =>
        text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
