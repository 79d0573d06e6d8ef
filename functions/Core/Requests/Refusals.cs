using Core.Release;
using Core.Routing;

namespace Core.Requests;

/// <summary>Every "no" of the lifecycle, one line each: what is wrong and what to do.</summary>
internal static class Refusals
{
    public static Ruling NoSuchRequest => No("NoSuchRequest", "There is no such request.");
    public static Ruling AlreadySubmitted => new Refusal("AlreadySubmitted", "This request was submitted already.", Kind: RefusalKind.Conflict);
    public static Ruling AlreadyDelivered => No("AlreadyDelivered", "The data was delivered already; recall the file if it must not be used.");
    public static Ruling NotDelivered => No("NotDelivered", "Only a delivered request can be closed; deny it or wait for its withdrawal instead.");
    public static Ruling NoAnalystYet => No("NoAnalystYet", "Assign the request to an analyst first.");
    public static Ruling ReviewFirst => No("ReviewFirst", "An approver decides on this request first: approve or deny it.", "LTR-2018, PLAN-2020");
    public static Ruling NothingToApprove => No("NothingToApprove", "This request does not wait for approval.");
    public static Ruling NothingAsked => No("NothingAsked", "There is no open question to answer.");
    public static Ruling QuestionOpen => No("QuestionOpen", "The requester has not answered the last question yet.");
    public static Ruling NoFee => No("NoFee", "There is no fee to waive.");
    public static Ruling NoFeePending => No("NoFeePending", "There is no fee waiting for a decision.");
    public static Ruling NdaAlreadyRequired => No("NdaAlreadyRequired", "An NDA is required already.");
    public static Ruling NoNdaToSign => No("NoNdaToSign", "There is no agreement to sign yet.");
    public static Ruling NdaSignedAlready => No("NdaSignedAlready", "The agreement is signed already.");
    public static Ruling NdaNotSigned => No("NdaNotSigned", "The requester has not signed the agreement yet.");
    public static Ruling NdaExecutedAlready => No("NdaExecutedAlready", "The agreement is fully executed already.");
    public static Ruling NdaEnded => No("NdaEnded", "The agreement has ended; a current one is needed before data can leave.", "ODA-03");
    public static Ruling NotAgreed => Bad("agreed", "To sign, agree to the text.");
    public static Ruling NoNoticeNeeded => No("NoNoticeNeeded", "The family is told only before a subpoena or court order is complied with.", "FERPA §99.31(a)(9)(ii)");
    public static Ruling NoticeSettled => No("NoticeSettled", "The notice to the family is on record already.");
    public static Ruling NoReportOwed => No("NoReportOwed", "No report to the superintendent is owed for this request.", "PLAN-2020");
    public static Ruling NotForLawEnforcement => No("NotForLawEnforcement", "This is asked of requests of law enforcement only.");
    public static Ruling FamilyNoticeFirst(bool isSent) => No("FamilyNoticeFirst",
        isSent ? "The family was told and still has time to object: nothing can leave before that is over."
            : "Before a subpoena or court order is complied with, the family is told: record the notice, or that the order forbids it.",
        "FERPA §99.31(a)(9)(ii)");
    public static Ruling SameOffice => No("SameOffice", "The request is with that office already.");
    public static Ruling ClockNotStarted => No("ClockNotStarted", "The clock has not started, so there is no deadline to extend.");
    public static Ruling NotAvailable => No("NotAvailable", "This file cannot be fetched: its link has ended, or it was recalled.");
    public static Ruling NotDeliveredFile => No("NotDeliveredFile", "This file was not delivered, so there is nothing to recall.");
    public static Ruling NothingToOverride => No("NothingToOverride", "The check of this file needs no override.");
    public static Ruling BlockStands => No("BlockStands", "A Block can never be overridden: mend the file and upload it again.", "policy section 6");
    public static Ruling SecondPersonNeeded => No("SecondPersonNeeded", "A second person must override the check: you uploaded this file.", "policy section 6");
    public static Ruling AccessIsRevoked => new Refusal("AccessRevoked", "The office took the link away; only the office gives a new one.", Kind: RefusalKind.Forbidden);
    public static Ruling LinksTooOften => new Refusal("TooManyLinks", "New links were asked for too often; try again tomorrow.", Kind: RefusalKind.TooOften);
    public static Ruling NoCodeNeeded => No("NoCodeNeeded", "This file needs no code: download it.");
    public static Ruling CodesTooOften => new Refusal("TooManyCodes", "Codes were asked for too often; try again in an hour.", Kind: RefusalKind.TooOften);
    public static Ruling CodeNeeded => new Refusal("CodeNeeded",
        "This file names students, so it needs a one-time code besides the link. Ask for the code, which comes by e-mail, and give it with the download.",
        "policy section 5", RefusalKind.Forbidden);
    public static Ruling CodeEnded => new Refusal("CodeEnded",
        "This code opens nothing any more: it was used, its time is over, or wrong ones were given too often. Ask for a new one.",
        "policy section 5", RefusalKind.Forbidden);
    public static Ruling NothingOwed => No("NothingOwed", "The requester owes nothing now, so there is nothing to remind them of.");
    public static Ruling RemindedToday => No("RemindedToday", "The requester was reminded today already.");
    public static Ruling CheckTooLate(string name) => No("CheckCutOff", $"The check of {name} took too long and was given up; upload the file again.");
    public static Ruling RecalledBecause(string name, string because) => No("FileRecalled", $"{name} was recalled: {because}", "policy section 6");
    public static Ruling NotInHand(string code, string text, string source) => No(code, text, source);
    public static Ruling NoConsentAsked => No("NoConsentAsked", "No family consent is asked for here, so there is nothing to make an exception from.", "ODA-03");
    public static Ruling NoDestructionOwed => No("NoDestructionOwed", "No destruction is to be attested for this request.");

    public static Ruling Ended(RequestStatus ending) => No("RequestEnded", $"This request has ended ({ending}); submit a new one instead.");
    public static Ruling NotReady(RequestStatus status) => No("NotReady", $"Nothing can be delivered while the request is {status}.");
    public static Ruling RecalledFile(string name) => No("FileRecalled", $"{name} was recalled; upload a mended file instead.");
    public static Ruling DeliveredFile(string name) => No("FileDelivered", $"{name} was delivered already.");
    public static Ruling DocumentNotRequired(DocumentKind kind) => No("DocumentNotRequired", $"No document of the kind {kind} is required here.");
    public static Ruling DocumentNotReceived(DocumentKind kind) => No("DocumentNotReceived", $"No document of the kind {kind} has been handed in.");
    public static Ruling UnknownDeliverable(string field) => Bad(field, "There is no file with this id on the request.");

    public static Ruling HeldFile(Deliverable file) => file.Check.Verdict == Verdict.Block
        ? No("FileBlocked", $"{file.FileName} must not leave: mend it and upload it again.", "policy section 6")
        : No("FileNeedsFix", $"{file.FileName} needs mending, or a second person with the Approver role must override its check.", "policy section 6");

    public static Ruling StatusNotKept(string field) =>
        new Refusal("StatusNotKept", Screening.StatusRefusal, "LTR-2018", RefusalKind.BadInput, field);

    public static Ruling Characterised(string field, IReadOnlyList<string> words) => new Refusal(
        Screening.Unconfirmed, Screening.Warning(words), "LTR-2018", RefusalKind.BadInput, field);

    public static Ruling RoleNeeded(StaffRole role, string what) =>
        new Refusal("RoleNeeded", $"Only staff with the role {role} can {what}.", Kind: RefusalKind.Forbidden);

    public static Ruling Bad(string field, string text) => new Refusal("BadInput", text, Kind: RefusalKind.BadInput, Field: field);

    private static Ruling No(string code, string text, string? source = null) => new Refusal(code, text, source);
}
