using System.Diagnostics;
using Core.Agreements;
using Core.Calendar;
using Core.Notifications;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>One thing that happened, as people read it.</summary>
/// <param name="At">When.</param>
/// <param name="Type">The name of the event.</param>
/// <param name="Text">A sentence.</param>
public sealed record TimelineEntry(Instant At, string Type, string Text);

/// <summary>
/// The history of a request in sentences. The requester reads what concerns them; notes, checks of files and who does the work are
/// for the office.
/// </summary>
public static class Timeline
{
    /// <summary>All that <paramref name="reader"/> may read, oldest first.</summary>
    public static IReadOnlyList<TimelineEntry> Of(RequestState state, Circumstances circumstances, ClockReader reader)
    {
        var writer = new Writer(state, circumstances, reader == ClockReader.Office);
        return
        [
            .. state.History
                .Select(recorded => (recorded, Text: writer.Say(recorded)))
                .Where(one => one.Text is not null)
                .Select(one => new TimelineEntry(one.recorded.At, one.recorded.Event.GetType().Name, one.Text!)),
        ];
    }

    private sealed record Writer(RequestState State, Circumstances Circumstances, bool ToOffice)
    {
        private string Who => ToOffice ? "The requester" : "You";

        /// <summary>The sentence; null where it is not for this reader.</summary>
        public string? Say(RecordedEvent recorded) => recorded.Event switch
        {
            Submitted { Decision: var decision } => $"{Who} submitted the request. {Routed(decision)}",
            Assigned { Assignee: var assignee } => ToOffice ? $"Assigned to {assignee}{By(recorded)}." : "An analyst has taken up your request.",
            ClarificationAsked { Question: var question } =>
                $"{(ToOffice ? $"Asked the requester{By(recorded)}" : "We asked you")}: {Quoted(question)}",
            Answered { Text: var text } => $"{Who} answered: {Quoted(text)}",
            FeeEstimated { Estimate: { Total: > 0 } fee } => $"The fee is estimated at {Dates.Money(fee.Total, fee.Currency)}"
                + (ToOffice ? $"{By(recorded)}; the requester decides." : "; please accept or decline it."),
            FeeEstimated => "The estimate came to nothing: no fee is charged.",
            FeeAccepted => $"{Who} accepted the fee.",
            FeeDeclined => $"{Who} declined the fee; the request ends here.",
            FeeWaived => $"The fee was waived{By(recorded)}.",
            NdaMadeRequired => $"A non-disclosure agreement is required{By(recorded)}.",
            DocumentsRequested { Requirements: var requirements } =>
                $"{(ToOffice ? "The requester was asked" : "We asked you")} for: {string.Join("; ", requirements.Select(Words.For))}.",
            DocumentReceived { FileName: var name, Kind: var kind } => $"{Who} handed in {name} ({Words.For(kind)}).",
            DocumentAccepted { Kind: var kind } => $"Accepted{By(recorded)}: {Words.For(kind)}.",
            DocumentRejected { Kind: var kind, Reason: var reason } => $"Not accepted{By(recorded)}: {Words.For(kind)}. Reason: {Quoted(reason)}",
            NdaSent => ToOffice ? "The non-disclosure agreement was put before the requester." : "The non-disclosure agreement is ready for you to sign.",
            NdaSigned { Signature: var signature } => $"{signature.FullName}, {signature.Title}, signed the non-disclosure agreement.",
            NdaExecuted { EndsOn: var endsOn } => $"The office countersigned{By(recorded)}: the agreement is fully executed and holds until {Dates.Day(endsOn)}.",
            NdaReused { Agreement: var agreement } => $"An agreement already in force covers the request; it holds until {Dates.Day(agreement.EndsOn)}.",
            Approved { Note: var note } => ToOffice && note is not null ? $"Approved{By(recorded)}: {Quoted(note)}" : $"The request was approved{By(recorded)}.",
            Denied { Reason: var reason, Alternative: var alternative } =>
                $"The request was denied{By(recorded)}. Reason: {Quoted(reason)} What may be asked instead: {Quoted(alternative)}",
            Rerouted { Office: var office, Reason: var reason } => $"The request went to {NameOf(office)}{By(recorded)}. Reason: {Quoted(reason)}",
            Extended { BusinessDays: var days, Reason: var reason } =>
                $"The deadline was extended by {Dates.BusinessDays(days)}{By(recorded)}. Reason: {Quoted(reason)}",
            DeliverableAdded file => ToOffice ? $"{file.FileName} was uploaded{By(recorded)} and checked: {file.Check.Verdict}." : null,
            CheckOverridden { Reason: var reason, DeliverableId: var id } =>
                ToOffice ? $"The check of {FileName(id)} was overridden{By(recorded)}. Reason: {Quoted(reason)}" : null,
            Delivered delivered => $"Delivered{By(recorded)}: {string.Join(", ", delivered.DeliverableIds.Select(FileName))}. "
                + $"To be fetched until {Moment(delivered.ExpiresAt)}.{(delivered.Note is null ? "" : $" {Quoted(delivered.Note)}")}",
            Downloaded { DeliverableId: var id } => recorded.By is Actor.Staff staff
                ? ToOffice ? $"{staff.Name} fetched {FileName(id)}." : null
                : $"{Who} fetched {FileName(id)}.",
            AccessRenewed => $"A new link was sent{(ToOffice ? " to the requester" : " to you")}{By(recorded)}; older links open nothing any more.",
            AccessRevoked { Reason: var reason } => ToOffice
                ? $"The requester's link was taken away{By(recorded)}. Reason: {Quoted(reason)}"
                : "We took the link to this page away until we could send a new one.",
            DownloadCodeSent { DeliverableId: var id } => $"A one-time code for {FileName(id)} was sent{(ToOffice ? " to the requester" : " to you")}.",
            DownloadCodeRefused { DeliverableId: var id } => $"A wrong code was given for {FileName(id)}; nothing was handed out.",
            Recalled { DeliverableId: var id, Reason: var reason } =>
                $"{FileName(id)} was recalled{By(recorded)}{(ToOffice ? "" : "; please do not use it and delete every copy")}. Reason: {Quoted(reason)}",
            DestructionAttested attested => $"{attested.FullName} attested that the data was destroyed: {Quoted(attested.Method)}",
            WordingConfirmed { Fields: var fields } => ToOffice
                ? $"The writer was warned of words that characterise a person ({string.Join(", ", fields)}) and let them stand." : null,
            Noted { Text: var text } => ToOffice ? $"Note{By(recorded)}: {Quoted(text)}" : null,
            OutreachBreached { Due: var due } => ToOffice ? $"Nobody had reached out to the requester by {Moment(due)}." : null,
            FulfilmentBreached { Due: var due } => $"The deadline of {Moment(due)} passed{(ToOffice ? "" : " before we were done; we are sorry")}.",
            DeadlineMoved moved => $"The calendar changed ({moved.Because}): the deadline moved from {Moment(moved.From)} to {Moment(moved.To)}.",
            Withdrawn { Reason: var reason } => $"{Who} withdrew the request.{(reason is null ? "" : $" Reason: {Quoted(reason)}")}",
            Lapsed { WaitedFor: var status } => ToOffice
                ? $"Closed because the requester did not act in time ({status})."
                : $"The request was closed because we did not get {Words.OwedIn(status)} in time.",
            Closed => "The request was closed.",
            _ => throw new UnreachableException($"No sentence for {recorded.Event.GetType().Name}."),
        };

        private string Routed(Decision decision) => decision.Disposition switch
        {
            Disposition.Accept => $"{NameOf(decision.Office)} fulfils it.",
            Disposition.Review => $"{NameOf(decision.Office)} decides first.",
            Disposition.Redirect => $"It was handed over to {NameOf(decision.Office)}.",
            Disposition.Refuse => "It was refused.",
            _ => throw new UnreachableException(),
        };

        private string NameOf(Office office) => Circumstances.Policy.Offices.GetValueOrDefault(office)?.Name ?? office.ToString();

        private string FileName(string id) => State.Deliverables.Find(file => file.Id == id)?.FileName ?? "a file";

        private string Moment(Instant at) => Dates.Moment(at, Circumstances.Calendar.Zone);

        /// <summary>The office reads who did it.</summary>
        private string By(RecordedEvent recorded) => ToOffice && recorded.By is Actor.Staff staff ? $" by {staff.Name}" : "";

        private static string Quoted(string text) => $"“{text}”";
    }
}
