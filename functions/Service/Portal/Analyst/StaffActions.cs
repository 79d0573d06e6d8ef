using Core.Release;
using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Portal.Analyst.Outgoing;
using Service.Portal.Layout;
using Service.Roles;
using static Core.Requests.RequestCommand;

namespace Service.Portal.Analyst;

/// <summary>
/// What can be done to a request now, found by asking the lifecycle itself: each action is tried on paper, with plausible
/// values, and offered where it is not refused. Page and lifecycle can therefore not disagree, and what an action does to
/// the clock is read off the state that would follow.
/// </summary>
internal sealed class StaffActions(RequestState state, Actor.Staff by, Circumstances circumstances, Dates dates)
{
    private const string Anything = "–";
    private static readonly Ruling NotYourRole = new Refusal("RoleNeeded", "Your role does not allow this.", Kind: RefusalKind.Forbidden);

    /// <summary>The actions, the most natural next one first.</summary>
    public IReadOnlyList<StaffAction> Possible()
    {
        var all = All().OfType<StaffAction>().ToList();
        return all.Find(action => action.Form == Next()) is { } next ? [next, .. all.Where(action => action != next)] : all;
    }

    private IEnumerable<StaffAction?> All()
    {
        yield return Try("approve", "Approve", "Approve the request", new Approve(null));
        yield return Try("notify-family", "Record the notice to the family", "Record the notice", new NotifyFamily(dates.Today, Anything));
        yield return Try("forbid-notice", "The order forbids a notice", "Record that it is forbidden", new ForbidFamilyNotice(Anything));
        yield return Try("report", "Report to the superintendent", "Send the report", new ReportToSuperintendent(Anything));
        yield return Try(
            "assign", state.Assignee is null ? "Assign" : "Hand over", state.Assignee is null ? "Assign" : "Hand over",
            new Assign(state.Assignee == by.Name ? Anything : by.Name));
        yield return Try("ask", "Ask the requester", "Send the question", new AskClarification(Anything));
        yield return Try("accept-document", "Accept documents", "Accept", Kinds(kind => new AcceptDocument(kind)));
        yield return Try("reject-document", "Reject documents", "Reject and ask again", Kinds(kind => new RejectDocument(kind, Anything)));
        yield return Try("estimate", "Estimate the fee", "Send the estimate", new EstimateFee(10_000, 1, null));
        yield return Try("waive", "Waive the fee", "Charge nothing", new WaiveFee());
        yield return Try("require-nda", "Require an agreement", "Require it", new RequireNda());
        yield return Try("countersign", "Countersign the agreement", "Countersign", new CountersignNda(dates.Today.PlusYears(1)));
        yield return Try("upload", "Upload a file for release", "Upload and check", new AddDeliverable(
            Anything, Anything, Anything, 1, Anything, new(Verdict.Pass, [])));
        yield return Try("override", "Override a check", "Override, on record", Files(file => new OverrideCheck(file, Anything)));
        yield return Try("except-consent", "Record an exception to consent", "Record the exception", Exceptions(ground => new ExceptConsent(ground, Anything)));
        yield return Try("deliver", "Deliver", "Deliver to the requester", Files(file => new Deliver([file], null)));
        yield return Try("recall", "Recall a file", "Recall", Files(file => new RequestCommand.Recall(file, Anything)));
        yield return Try("extend", "Extend the deadline", "Extend", new Extend(1, Anything));
        yield return Try("reroute", "Give to another office", "Give it over", Targets(office => new Reroute(office, Anything)));
        yield return Try("deny", "Deny", "Deny the request", new Deny(Anything, Anything));
        yield return Try("describe", "Students concerned, for the accountability report", "Save the number", new DescribeStudents(default, default, 1));
        yield return Try("close", "Close", "Close the request", new Close());
        yield return Try("note", "Write a note", "Save the note", new AddNote(Anything));
        yield return Try("remind", "Remind the requester", "Send a reminder", new Remind());
        yield return Try("renew-access", "Send the requester a new link", "Send a new link", new RenewAccess());
        yield return state.AccessRevoked ? null : Try("revoke-access", "Take the requester's link away", "Take the link away", new RevokeAccess(Anything));
    }

    private string? Next() => Standing.StatusOf(state) switch
    {
        RequestStatus.AwaitingApproval => "approve",
        RequestStatus.Submitted => "assign",
        RequestStatus.AwaitingDocuments => "accept-document",
        RequestStatus.AwaitingNda => "countersign",
        RequestStatus.InProgress when state.Deliverables.Any(file => file is { MayLeave: true, DeliveredAt: null }) => "deliver",
        RequestStatus.InProgress => "upload",
        _ => null,
    };

    private StaffAction? Try(string form, string title, string button, RequestCommand command) =>
        Judge(command) is { Refusal: null } ruling ? new(form, title, button, Effect(form, ruling), [], Letters(command, ruling)) : null;

    private StaffAction? Try(string form, string title, string button, IEnumerable<(Option Option, RequestCommand Command)> choices)
    {
        var possible = choices.Where(choice => Judge(choice.Command) is { Refusal: null, Events.Count: > 0 }).ToList();
        if (possible.Count == 0)
        {
            return null;
        }

        var (first, ruling) = (possible[0].Command, Judge(possible[0].Command));
        return new(form, title, button, Effect(form, ruling), [.. possible.Select(choice => choice.Option)], Letters(first, ruling));
    }

    private Ruling Judge(RequestCommand command) => CommandPermissions.Allow(by, command.GetType())
        ? Lifecycle.Decide(state.Id, state, command, by, circumstances)
        : NotYourRole;

    private string Effect(string form, Ruling ruling) => form switch
    {
        "revoke-access" => "No link opens the request any more, until you send a new one. The clock does not change.",
        "renew-access" => "Older links open nothing any more. The clock does not change.",
        "extend" => "Moves the deadline later by the business days you give.",
        "accept-document" => "The last document accepted lets the clock run on.",
        _ => ClockEffect.Between(state, After(ruling), circumstances, dates),
    };

    private IReadOnlyList<OutgoingLetter>? Letters(RequestCommand command, Ruling ruling) =>
        LettersToSend.Between(state, After(ruling), circumstances) is var letters && letters.Count > 0 && IsStillToBeWritten(command) ? null : letters;

    /// <summary>What the letters say depends on what has to be typed first.</summary>
    private bool IsStillToBeWritten(RequestCommand command) => command switch
    {
        // Conditions and limits are part of the letter.
        Approve => state.IsForLawEnforcement,
        Assign { Assignee: Anything } or AskClarification or EstimateFee or RejectDocument or Deny or Reroute or Extend or RequestCommand.Recall
            or NotifyFamily or ForbidFamilyNotice or ReportToSuperintendent => true,
        _ => false,
    };

    private RequestState After(Ruling ruling) => Fold.After(state.Id, state, ruling.Events, by, circumstances.Now);

    private static IEnumerable<(Option, RequestCommand)> Kinds(Func<DocumentKind, RequestCommand> make) =>
        Enum.GetValues<DocumentKind>().Select(kind => (new Option(kind.ToString(), Words.Of(kind)), make(kind)));

    private static IEnumerable<(Option, RequestCommand)> Exceptions(Func<FerpaException, RequestCommand> make) =>
        Enum.GetValues<FerpaException>().Select(ground => (new Option(ground.ToString(), Words.Of(ground)), make(ground)));

    private static IEnumerable<(Option, RequestCommand)> Targets(Func<Office, RequestCommand> make) =>
        Enum.GetValues<Office>().Select(office => (new Option(office.ToString(), Words.Of(office)), make(office)));

    private IEnumerable<(Option, RequestCommand)> Files(Func<string, RequestCommand> make) =>
        state.Deliverables.Select(file => (new Option(file.Id, file.FileName), make(file.Id)));
}
