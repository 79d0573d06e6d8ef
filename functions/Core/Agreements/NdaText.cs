using System.Security.Cryptography;
using System.Text;
using Core.Notifications;
using Core.Policy;
using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Core.Agreements;

/// <summary>
/// The agreement with the request's own terms. The same request, policy and date always give the same text, to the byte:
/// its hash is what a signature refers to. A change of the wording is a new <see cref="TemplateVersion"/>.
/// </summary>
public static class NdaText
{
    /// <summary>The version of the wording below.</summary>
    public const int TemplateVersion = 1;

    /// <summary>Renders the agreement.</summary>
    /// <param name="state">The request whose terms it states.</param>
    /// <param name="policy">Names of the parties, and the smallest group that may be shown.</param>
    /// <param name="date">The office's date on which it is put before the requester.</param>
    public static NdaDocument Render(RequestState state, OfficePolicy policy, LocalDate date)
    {
        IEnumerable<string> paragraphs = [.. Opening(state, policy, date), .. Numbered([.. Articles(state, policy)]), Closing];
        var text = string.Join("\n\n", paragraphs) + "\n";
        return new(state.Id, TemplateVersion, text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    private static IEnumerable<string> Opening(RequestState state, OfficePolicy policy, LocalDate date)
    {
        var (submission, requester) = (state.Submission, state.Submission.Requester);
        yield return IsSharingAgreement(state) ? "Data Sharing and Non-Disclosure Agreement" : "Non-Disclosure Agreement";
        yield return $"For data request {state.Id}. Prepared on {Dates.Day(date)}.";
        yield return $"Between {policy.District.Name}, acting through its {policy.District.OfficeName} (\"the District\"), and " +
            $"{Discretion.QuoteLine(requester.Name, submission)}" +
            (string.IsNullOrWhiteSpace(requester.Organization) ? "" : $" of {Discretion.QuoteLine(requester.Organization, submission)}") +
            " (\"the Receiver\"). Where the Receiver acts for an organization, the agreement binds the organization and everyone who works for it.";
    }

    private static IEnumerable<(string Heading, string[] Paragraphs)> Articles(RequestState state, OfficePolicy policy)
    {
        var submission = state.Submission;
        yield return ("Purpose",
        [
            $"The Receiver asked for the Information for this purpose: \"{Discretion.QuoteLine(submission.Purpose, submission)}\".",
            "The Receiver uses the Information for this purpose and for nothing else. Another purpose needs a new request.",
        ]);
        yield return ("The Information", [.. Information(state)]);
        yield return ("Who may see it",
        [
            $"What is made from the Information is meant for this audience: \"{Discretion.QuoteLine(submission.Audience, submission)}\".",
            "Within the Receiver's organization only those see the Information itself who need it for the purpose and who have been told of these " +
            "duties. The Receiver passes it to nobody else, in whole or in part, without the District's written consent (34 CFR 99.33).",
        ]);
        yield return ("No re-identification",
        [
            "The Receiver does not try to find out who a student is, does not join the Information with other data in a way that could " +
            "reveal it, and contacts no student or family because of it. If an identity becomes known by accident, the Receiver tells the " +
            "District and makes no use of it.",
        ]);
        yield return ("Small groups",
        [
            $"Nothing that the Receiver shows or publishes states a figure for a group of fewer than {policy.SmallestGroup} students, or lets " +
            "such a figure be worked out from others.",
        ]);
        yield return ("Care",
        [
            "The Receiver keeps the Information encrypted, on equipment under its control, behind personal accounts, and not in any public " +
            "or personal storage service. It keeps a list of who has access and ends access that is no longer needed.",
        ]);
        yield return ("If something goes wrong",
        [
            "If the Information is lost, or seen or used by somebody who may not, or if that is only suspected, the Receiver tells the " +
            "District at once, and at the latest on the following day, says what happened and to which data, and helps to set it right.",
        ]);
        yield return ("Duration",
        [
            "The agreement holds from the time of the second signature. Its last day is entered by the District when it signs and stands " +
            "beside the signatures. The duties not to disclose and not to re-identify go on after that day.",
        ]);
        yield return ("Destruction",
        [
            "When the purpose is fulfilled, and at the latest on the last day of the agreement, the Receiver destroys the Information and every " +
            "copy and extract that concerns single students, and attests to the District in writing by whom and how it was done. While " +
            "an attestation is overdue, the District releases nothing further to the Receiver.",
        ]);
        if (IsSharingAgreement(state))
        {
            yield return ("Written agreement under federal law", [SharingClause(submission.FerpaException)]);
        }

        yield return ("The law, and the District's rights",
        [
            "The Information stays the District's. It is protected by the Family Educational Rights and Privacy Act (20 U.S.C. 1232g; " +
            "34 CFR Part 99) and by state law on student records; nothing here permits what they forbid. The District may ask how these duties are " +
            "kept, may recall the Information at any time, and may end the agreement if a duty is broken.",
        ]);
    }

    private static IEnumerable<string> Information(RequestState state)
    {
        var (submission, data) = (state.Submission, state.Submission.Data);
        yield return $"\"The Information\" is what the District releases on this request and nothing beyond it. " +
            $"What was asked for: \"{Discretion.QuoteLine(data.Scope, submission)}\".";
        yield return $"Level: {Words.For(state.Decision.EffectiveLevel)}.";
        if (data.SchoolYears.Count > 0)
        {
            yield return $"School years: {List(data.SchoolYears)}.";
        }

        if (!string.IsNullOrWhiteSpace(data.Population))
        {
            yield return $"Students concerned: {Discretion.QuoteLine(data.Population, submission)}.";
        }

        var attributes = data.Attributes.Except(state.Decision.RefusedAttributes).ToList();
        if (attributes.Count > 0)
        {
            yield return $"Attributes: {List(attributes)}.";
        }

        if (data.SpecificStudents)
        {
            yield return "It concerns a specific group of students, named to the District on a list that is not part of this text.";
        }

        string List(IEnumerable<string> items) => string.Join("; ", items.Select(item => Discretion.QuoteLine(item, submission)));
    }

    private static string SharingClause(FerpaException? exception) => exception switch
    {
        FerpaException.Studies =>
            "The Information is shared for a study for, or on behalf of, the District (34 CFR 99.31(a)(6)). As that rule asks, this agreement " +
            "states the purpose, the scope, the duration and the information to be disclosed; the Receiver conducts the study so that no " +
            "parent or student can be identified by anybody but its own representatives with a legitimate interest; and the Information is " +
            "destroyed when it is no longer needed for the study, within the time set above.",
        FerpaException.Audit =>
            "For an audit or evaluation of a federal- or state-supported education program (34 CFR 99.31(a)(3), 99.35) the District designates the " +
            "Receiver as its authorized representative. As those rules ask, this agreement states the purpose and scope, the information to be disclosed, " +
            "the duration, how the Information is protected from further disclosure and other use, and its destruction within the time set above.",
        _ =>
            "Where the Information is shared without the consent of families, this is the written agreement that federal law asks for " +
            "(34 CFR 99.31(a)(6), 99.35): it states the purpose, the scope, the duration, the information to be disclosed, and its destruction " +
            "within the time set above.",
    };

    private static IEnumerable<string> Numbered(IReadOnlyList<(string Heading, string[] Paragraphs)> articles) =>
        articles.SelectMany((article, index) => article.Paragraphs.Prepend($"{index + 1}. {article.Heading}"));

    private static bool IsSharingAgreement(RequestState state) => state.Requirements.Contains(Requirement.DataSharingAgreement);

    private const string Closing =
        "By typing their names, with title and time, both sides sign this text exactly as it stands here. The signatures refer to it by its SHA-256 hash.";
}
