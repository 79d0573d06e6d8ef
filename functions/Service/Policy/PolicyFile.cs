using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Core.Languages;
using Core.Policy;
using Core.Routing;
using NodaTime;
using NodaTime.Text;

namespace Service.Policy;

/// <summary>Something wrong with a policy file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Path">The setting, such as "fulfilment.standard"; empty for the file as a whole.</param>
/// <param name="Text">What is wrong and what would be right.</param>
internal sealed record PolicyFileError(int Line, string Path, string Text);

/// <summary>What was read: a policy, or what is wrong with it.</summary>
internal sealed record PolicyReading(OfficePolicy? Policy, IReadOnlyList<PolicyFileError> Errors);

/// <summary>Reads and writes <c>policy.json</c>. A file is taken whole or not at all.</summary>
internal static class PolicyFile
{
    private const int LargestFile = 256 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static string Write(OfficePolicy policy) => JsonSerializer.Serialize(policy, Options) + "\n";

    public static PolicyReading Read(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > LargestFile)
        {
            return Wrong(new(1, "", $"The file is larger than {LargestFile / 1024} kB."));
        }

        OfficePolicy? policy;
        try
        {
            policy = JsonSerializer.Deserialize<OfficePolicy>(text, Options);
        }
        catch (JsonException error)
        {
            return Wrong(new((int)(error.LineNumber ?? 0) + 1, Setting(error.Path), Sentence(error)));
        }

        if (policy is null)
        {
            return Wrong(new(1, "", "The file holds no policy."));
        }

        var lines = new Lazy<IReadOnlyDictionary<string, int>>(() => JsonLines.Of(text));
        var errors = Faults(policy).Select(fault => new PolicyFileError(lines.Value.GetValueOrDefault(fault.Path, 1), fault.Path, fault.Text)).ToList();
        return errors.Count == 0 ? new(policy, []) : new(null, errors);
    }

    /// <summary>A policy whose ranges were checked when it was stored: bounds drawn tighter since do not take it out of force.</summary>
    public static OfficePolicy Unchecked(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<OfficePolicy>(text, Options) ?? throw new InvalidOperationException("The stored policy is empty.");
        }
        catch (JsonException error)
        {
            throw new InvalidOperationException($"The stored policy cannot be read: {Setting(error.Path)}: {Sentence(error)}", error);
        }
    }

    private static PolicyReading Wrong(PolicyFileError error) => new(null, [error]);

    private static string Setting(string? path) => path is null or "$" ? "" : path.TrimStart('$', '.');

    private static string Sentence(JsonException error)
    {
        var text = error.Message;
        var end = text.IndexOf(" Path:", StringComparison.Ordinal);
        return (end > 0 ? text[..end] : text)
            .Replace("JSON deserialization for type 'Core.Policy.", "'", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, string Text)> Faults(OfficePolicy policy)
    {
        (string Path, int Value, int Least, int Most)[] ranges =
        [
            ("clarification.nudgeAfter", policy.Clarification.NudgeAfter, 1, 60),
            ("clarification.breachAfter", policy.Clarification.BreachAfter, policy.Clarification.NudgeAfter + 1, 60),
            ("clarification.remindAfter", policy.Clarification.RemindAfter, 1, 60),
            ("clarification.lapseAfter", policy.Clarification.LapseAfter, policy.Clarification.RemindAfter + 1, 250),
            ("fulfilment.standard", policy.Fulfilment.Standard, 1, 250),
            ("fulfilment.research", policy.Fulfilment.Research, 1, 250),
            ("fulfilment.warnAtPercent", policy.Fulfilment.WarnAtPercent, 1, 100),
            ("fulfilment.escalateAfter", policy.Fulfilment.EscalateAfter, 0, 60),
            ("fulfilment.longestExtension", policy.Fulfilment.LongestExtension, 1, 250),
            ("feeDecision.remindEvery", policy.FeeDecision.RemindEvery, 1, 60),
            ("feeDecision.lapseAfter", policy.FeeDecision.LapseAfter, policy.FeeDecision.RemindEvery + 1, 250),
            ("documents.remindEvery", policy.Documents.RemindEvery, 1, 60),
            ("documents.lapseAfter", policy.Documents.LapseAfter, policy.Documents.RemindEvery + 1, 250),
            ("ndaSignature.remindEvery", policy.NdaSignature.RemindEvery, 1, 60),
            ("ndaSignature.lapseAfter", policy.NdaSignature.LapseAfter, policy.NdaSignature.RemindEvery + 1, 250),
            ("destruction.remindEvery", policy.Destruction.RemindEvery, 1, 60),
            ("destruction.overdueAfter", policy.Destruction.OverdueAfter, 1, 250),
            ("deliverable.checkWithinHours", policy.Deliverable.CheckWithinHours, 1, 48),
            ("deliverable.validCalendarDays", policy.Deliverable.ValidCalendarDays, 1, 365),
            ("deliverable.remindBeforeCalendarDays", policy.Deliverable.RemindBeforeCalendarDays, 1, policy.Deliverable.ValidCalendarDays - 1),
            ("access.linksPerDay", policy.Access.LinksPerDay, 1, 20),
            ("access.codeMinutes", policy.Access.CodeMinutes, 2, 60),
            ("access.codeTries", policy.Access.CodeTries, 1, 10),
            ("access.codesPerHour", policy.Access.CodesPerHour, 1, 20),
            ("lawEnforcement.expeditedReviewHours", policy.LawEnforcement.ExpeditedReviewHours, 1, 80),
            ("lawEnforcement.escalateAfterHours", policy.LawEnforcement.EscalateAfterHours, 1, 80),
            ("lawEnforcement.reportAfterBusinessDays", policy.LawEnforcement.ReportAfterBusinessDays, 1, 30),
            ("lawEnforcement.familyNoticeBusinessDays", policy.LawEnforcement.FamilyNoticeBusinessDays, 1, 60),
            ("lawEnforcement.intakesPerHour", policy.LawEnforcement.IntakesPerHour, 1, 1000),
            ("lawEnforcement.publishAfterCalendarDays", policy.LawEnforcement.PublishAfterCalendarDays, 0, 366),
            ("smallestGroup", policy.SmallestGroup, 2, 100),
            ("fewestSensitiveValues", policy.FewestSensitiveValues, 2, 10),
            ("narrowestRange", policy.NarrowestRange, 2, policy.SmallestGroup),
        ];
        foreach (var (path, value, least, most) in ranges.Where(range => range.Value < range.Least || range.Value > range.Most))
        {
            yield return (path, string.Create(CultureInfo.InvariantCulture, $"{value} is not between {least} and {most}."));
        }

        (string Path, decimal Value)[] amounts =
        [
            ("fees.hourlyRate", policy.Fees.HourlyRate), ("fees.freeHours", policy.Fees.FreeHours), ("fees.freeRecords", policy.Fees.FreeRecords),
            ("fees.perThousandRecords", policy.Fees.PerThousandRecords), ("fees.perExtraSchoolYear", policy.Fees.PerExtraSchoolYear),
            ("fees.smallestCharge", policy.Fees.SmallestCharge),
        ];
        foreach (var (path, value) in amounts.Where(amount => amount.Value is < 0 or > 1_000_000))
        {
            yield return (path, string.Create(CultureInfo.InvariantCulture, $"{value} is not between 0 and 1,000,000."));
        }

        foreach (var fault in TrainingFaults.Of(policy.Training))
        {
            yield return fault;
        }

        if (policy.Fees.Currency is not { Length: 3 } || !policy.Fees.Currency.All(char.IsAsciiLetterUpper))
        {
            yield return ("fees.currency", "The currency must be three capital letters (ISO 4217), such as USD.");
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(policy.BusinessDay.TimeZone) is null)
        {
            yield return ("businessDay.timeZone", $"\"{policy.BusinessDay.TimeZone}\" is not a time zone; use an IANA name such as America/New_York.");
        }

        if (!LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(policy.BusinessDay.EndsAt).Success)
        {
            yield return ("businessDay.endsAt", $"\"{policy.BusinessDay.EndsAt}\" is not a time of day; write it as 17:00.");
        }

        var time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
        if (time.Parse(policy.LawEnforcement.OfficeOpensAt) is not { Success: true, Value: var opensAt })
        {
            yield return ("lawEnforcement.officeOpensAt", $"\"{policy.LawEnforcement.OfficeOpensAt}\" is not a time of day; write it as 08:00.");
        }
        else if (time.Parse(policy.BusinessDay.EndsAt) is { Success: true, Value: var endsAt } && opensAt >= endsAt)
        {
            yield return ("lawEnforcement.officeOpensAt", "The office must open before its business day ends.");
        }

        if (!time.Parse(policy.DigestAt).Success)
        {
            yield return ("digestAt", $"\"{policy.DigestAt}\" is not a time of day; write it as 07:30.");
        }

        foreach (var office in Enum.GetValues<Office>().Where(office => !policy.Offices.ContainsKey(office)))
        {
            yield return ("offices", $"The office {office} is missing.");
        }

        foreach (var (office, contact) in policy.Offices)
        {
            if (contact is not { Name.Length: > 0 })
            {
                yield return ($"offices.{office}.name", "An office needs a name.");
            }
            else if (contact.Email is { } email && !IsAddress(email))
            {
                yield return ($"offices.{office}.email", $"\"{email}\" is not an e-mail address.");
            }
            else if (contact is { Email: null, Phone: null, Url: null })
            {
                yield return ($"offices.{office}", "An office needs at least an e-mail address, a telephone number or a web address.");
            }
        }

        if (!IsAddress(policy.District.Mailbox))
        {
            yield return ("district.mailbox", $"\"{policy.District.Mailbox}\" is not an e-mail address.");
        }

        if (policy.Administrators.Count == 0 || !policy.Administrators.All(IsAddress))
        {
            yield return ("administrators", "Name at least one administrator, by e-mail address.");
        }

        if (!policy.Languages.Contains("en", StringComparer.Ordinal))
        {
            yield return ("languages", "English (\"en\") must be among the languages.");
        }

        if (policy.Languages.FirstOrDefault(tag => !Texts.All.Any(say => say.Tag == tag)) is { } unknown)
        {
            yield return ("languages", $"There are no texts in \"{unknown}\"; there are {string.Join(", ", Texts.All.Select(say => say.Tag))}.");
        }
    }

    private static bool IsAddress(string? text) =>
        text is not null && System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text;
}
