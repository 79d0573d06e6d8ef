using System.Diagnostics;
using Core.Accountability;
using Core.Calendar;
using Core.Requests;
using Core.Routing;

namespace Core.Languages;

/// <content>The names of the office's things.</content>
public sealed partial class Texts
{
    /// <summary>Who asks.</summary>
    public string Of(RequesterKind kind) => Named("kind", kind.ToString());

    /// <summary>What is asked for, in a few words.</summary>
    public string Of(DataLevel level) => Named("level", level.ToString());

    /// <summary>What is asked for, to be used at the start of a line in letters.</summary>
    public string MeaningOf(DataLevel level) => Named("levelMeaning", level.ToString());

    /// <summary>What has to be there.</summary>
    public string Of(Requirement requirement) => Named("requirement", requirement.ToString());

    /// <summary>How a requirement is met.</summary>
    public string HowToMeet(Requirement requirement) => Named("meet", requirement.ToString());

    /// <summary>What the requester hands in to meet a requirement.</summary>
    public string ToHandIn(Requirement requirement) => Named("handIn", requirement.ToString());

    /// <summary>A kind of document.</summary>
    public string Of(DocumentKind kind) => Named("document", kind.ToString());

    /// <summary>A kind of document, within a sentence.</summary>
    public string Within(DocumentKind kind) => Named("documentNamed", kind.ToString());

    /// <summary>Where a document stands, within a line.</summary>
    public string Of(DocumentStanding standing) => Named("documentStanding", standing.ToString());

    /// <summary>Where a fee stands, within a sentence.</summary>
    public string Of(FeeDecision decision) => Named("feeStanding", decision.ToString());

    /// <summary>An instrument of legal process.</summary>
    public string Of(LegalProcess process) => Named("process", process.ToString());

    /// <summary>A ground that law enforcement claims.</summary>
    public string Of(ClaimedException exception) => Named("exception", exception.ToString());

    /// <summary>An exception to family consent.</summary>
    public string Of(FerpaException exception) => Named("ferpa", exception.ToString());

    /// <summary>A kind of authority.</summary>
    public string Of(Authority authority) => Named("authority", authority.ToString());

    /// <summary>A ground on which an office decides; those that are claimed or brought have their names already.</summary>
    public string Of(ReviewGround ground) => Find("process", ground.ToString()) ?? Find("exception", ground.ToString()) ?? Named("ground", ground.ToString());

    /// <summary>A race or ethnicity.</summary>
    public string Of(StudentRace race) => Named("race", race.ToString());

    /// <summary>Whether students are English learners.</summary>
    public string Of(EnglishLearners learners) => Named("learners", learners.ToString());

    /// <summary>A kind of information about students.</summary>
    public string Of(InformationKind kind) => Named("information", kind.ToString());

    /// <summary>What became of a request of law enforcement.</summary>
    public string Of(ReviewOutcome outcome) => Named("outcome", outcome.ToString());

    /// <summary>An office by what it does; the district's own name for it is in the policy.</summary>
    public string Of(Office office) => Named("office", office.ToString());

    /// <summary>What the requester owed in a status that lapses, within a sentence to them.</summary>
    public string OwedIn(RequestStatus status) => status switch
    {
        RequestStatus.AwaitingClarification => OwedAnswer,
        RequestStatus.AwaitingFeeDecision => OwedFee,
        RequestStatus.AwaitingDocuments => OwedDocuments,
        RequestStatus.AwaitingNda => OwedAgreement,
        _ => OwedOther,
    };

    /// <summary>A day off by its name: a legal holiday is translated, a closure keeps the name the district gave it.</summary>
    public string NameOf(string dayOff)
    {
        const string Kept = " (kept on Monday)";
        if (dayOff.EndsWith(Kept, StringComparison.Ordinal) && Holiday(dayOff[..^Kept.Length]) is { } moved)
        {
            return HolidayKeptOnMonday(moved);
        }

        return Holiday(dayOff) ?? dayOff;
    }

    /// <summary>What started a clock, in the words the ledger notes it in; anything else stays as it was noted.</summary>
    public string StartOf(string note) =>
        note == English.ClockStartReceived ? ClockStartReceived
        : note == English.ClockStartNda ? ClockStartNda
        : note == English.ClockStartReused ? ClockStartReused
        : note;

    private string? Holiday(string name) => Find("holiday", string.Concat(name.Where(char.IsAsciiLetter)));

    // Every value of these enums has its text; a test goes through them.
    private string Named(string group, string name) => Find(group, name) ?? throw new UnreachableException($"There is no text for {group}.{name}.");
}
