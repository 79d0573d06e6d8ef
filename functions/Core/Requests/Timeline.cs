using System.Diagnostics;
using Core.Agreements;
using Core.Authorities;
using Core.Calendar;
using Core.Languages;
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
/// The history of a request in sentences. The requester reads what concerns them, in their language; notes, checks of files and who does
/// the work are for the office, which reads English.
/// </summary>
public static class Timeline
{
    /// <summary>All that <paramref name="reader"/> may read, oldest first.</summary>
    /// <param name="state">The request.</param>
    /// <param name="circumstances">What is decided by now.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="say">The requester's language; English where none is given.</param>
    public static IReadOnlyList<TimelineEntry> Of(RequestState state, Circumstances circumstances, ClockReader reader, Texts? say = null)
    {
        Func<RecordedEvent, string?> sentence = reader == ClockReader.Office
            ? new OfficeTimeline(state, circumstances).SentenceOf
            : new RequesterTimeline(state, circumstances, say ?? Texts.English).SentenceOf;
        return
        [
            .. state.History
                .Select(recorded => (recorded, Text: sentence(recorded)))
                .Where(one => one.Text is not null)
                .Select(one => new TimelineEntry(one.recorded.At, one.recorded.Event.GetType().Name, one.Text!)),
        ];
    }

    private sealed record OfficeTimeline(RequestState State, Circumstances Circumstances)
    {
        private static string Owing(MessageKind reminder) => reminder switch
        {
            MessageKind.ClarificationReminder => "the open question",
            MessageKind.FeeReminder => "the fee decision",
            MessageKind.DocumentsReminder => "the documents",
            MessageKind.NdaReminder => "the agreement",
            _ => "what is owed",
        };

        /// <summary>The sentence.</summary>
        public string? SentenceOf(RecordedEvent recorded) => recorded.Event switch
        {
            Submitted { Decision: var decision } => $"The requester submitted the request. {Routed(decision)}",
            Assigned { Assignee: var assignee, Note: null } => $"Assigned to {assignee}{By(recorded)}.",
            Assigned { Assignee: var assignee, Note: var note } => $"Handed over to {assignee}{By(recorded)}: {note}",
            ClarificationAsked { Question: var question } => $"Asked the requester{By(recorded)}: {Quoted(question)}",
            Answered { Text: var text } => $"The requester answered: {Quoted(text)}",
            FeeEstimated { Estimate: { Total: > 0 } fee } => 
                $"The fee is estimated at {Dates.Money(fee.Total, fee.Currency)}{By(recorded)}; the requester decides.",
            FeeEstimated => "The estimate came to nothing: no fee is charged.",
            FeeAccepted => $"The requester accepted the fee.",
            FeeDeclined => $"The requester declined the fee; the request ends here.",
            FeeWaived => $"The fee was waived{By(recorded)}.",
            NdaMadeRequired => $"A non-disclosure agreement is required{By(recorded)}.",
            DocumentsRequested { Requirements: var requirements } =>
                $"The requester was asked for: {string.Join("; ", requirements.Select(Words.For))}.",
            DocumentReceived { FileName: var name, Kind: var kind } => $"The requester handed in {name} ({Words.For(kind)}).",
            DocumentAccepted { Kind: var kind } => $"Accepted{By(recorded)}: {Words.For(kind)}.",
            DocumentRejected { Kind: var kind, Reason: var reason } => $"Not accepted{By(recorded)}: {Words.For(kind)}. Reason: {Quoted(reason)}",
            NdaSent => "The non-disclosure agreement was put before the requester.",
            NdaSigned { Signature: var signature } => $"{signature.FullName}, {signature.Title}, signed the non-disclosure agreement.",
            NdaExecuted { EndsOn: var endsOn } => $"The office countersigned{By(recorded)}: the agreement is fully executed and holds until {Dates.Day(endsOn)}.",
            NdaReused { Agreement: var agreement } => $"An agreement already in force covers the request; it holds until {Dates.Day(agreement.EndsOn)}.",
            Approved approved => $"{(approved.Note is { } note ? $"Approved{By(recorded)}: {Quoted(note)}" : $"The request was approved{By(recorded)}.")}{Terms(approved)}",
            FamilyNotified told => $"The family was told on {Dates.Day(told.SentOn)}{By(recorded)} ({told.How}); it has {Dates.BusinessDays(told.WaitBusinessDays)}.",
            FamilyNoticeForbidden { Reason: var because } => $"The family must not be told{By(recorded)}: {Quoted(because)}",
            FamilyNoticeEnded => "The time the family had to object is over.",
            ReviewBreached { Due: var due } => $"The expedited review was not decided by {Moment(due)}.",
            SuperintendentReported { Text: var text } => $"The superintendent was told{By(recorded)}: {Quoted(text)}",
            StudentsDescribed group =>
                $"Students concerned{By(recorded)}: {group.Students}, {AuthorityWords.For(group.Race)}, English learners: {AuthorityWords.For(group.EnglishLearners)}.",
            Denied { Reason: var reason, Alternative: var alternative } =>
                $"The request was denied{By(recorded)}. Reason: {Quoted(reason)} What may be asked instead: {Quoted(alternative)}",
            Rerouted { Office: var office, Reason: var reason } => $"The request went to {NameOf(office)}{By(recorded)}. Reason: {Quoted(reason)}",
            Extended { BusinessDays: var days, Reason: var reason } =>
                $"The deadline was extended by {Dates.BusinessDays(days)}{By(recorded)}. Reason: {Quoted(reason)}",
            FileQuarantined file => $"{file.FileName} was uploaded{By(recorded)}. It is being checked; nobody can fetch it.",
            CheckCutOff { DeliverableId: var id } => $"The check of {QuarantinedName(id)} did not come to an end; upload the file again.",
            DeliverableAdded file => $"{file.FileName} was uploaded{By(recorded)} and checked: {file.Check.Verdict}.",
            CheckOverridden { Reason: var reason, DeliverableId: var id } =>
                $"The check of {FileName(id)} was overridden{By(recorded)}. Reason: {Quoted(reason)}",
            ConsentExcepted { Ground: var ground, Reason: var reason } =>
                $"An exception to consent was recorded{By(recorded)}: {Texts.English.Of(ground)}. Reason: {Quoted(reason)}",
            Delivered delivered => $"Delivered{By(recorded)}: {string.Join(", ", delivered.DeliverableIds.Select(FileName))}. "
                + $"To be fetched until {Moment(delivered.ExpiresAt)}.{(delivered.Note is null ? "" : $" {Quoted(delivered.Note)}")}",
            Downloaded { DeliverableId: var id } => recorded.By is Actor.Staff staff
                ? $"{staff.Name} fetched {FileName(id)}."
                : $"The requester fetched {FileName(id)}.",
            Reminded { Reminder: var reminder } => $"The requester was reminded of {Owing(reminder)}{By(recorded)}.",
            AccessRenewed => $"A new link was sent to the requester{By(recorded)}; older links open nothing any more.",
            AccessRevoked { Reason: var reason } => $"The requester's link was taken away{By(recorded)}. Reason: {Quoted(reason)}",
            DownloadCodeSent { DeliverableId: var id } => $"A one-time code for {FileName(id)} was sent to the requester.",
            DownloadCodeRefused { DeliverableId: var id } => $"A wrong code was given for {FileName(id)}; nothing was handed out.",
            Recalled { DeliverableId: var id, Reason: var reason } =>
                $"{FileName(id)} was recalled{By(recorded)}. Reason: {Quoted(reason)}",
            DestructionAttested attested => $"{attested.FullName} attested that the data was destroyed: {Quoted(attested.Method)}",
            DestructionFellOverdue { Since: var since } => $"The attestation that the data was destroyed is overdue since {Moment(since)}.",
            DestructionReminded => $"The requester was reminded of the destruction of the data{By(recorded)}.",
            DestructionExempted { Reason: var reason } => $"The attestation of destruction was done without{By(recorded)}. Reason: {Quoted(reason)}",
            WordingConfirmed { Fields: var fields } =>
                $"The writer was warned of words that characterise a person ({string.Join(", ", fields)}) and let them stand.",
            Noted { Text: var text } => $"Note{By(recorded)}: {Quoted(text)}",
            OutreachBreached { Due: var due } => $"Nobody had reached out to the requester by {Moment(due)}.",
            FulfilmentBreached { Due: var due } => $"The deadline of {Moment(due)} passed.",
            DeadlineMoved moved => $"The calendar changed ({moved.Because}): the deadline moved from {Moment(moved.From)} to {Moment(moved.To)}.",
            Withdrawn { Reason: var reason } => $"The requester withdrew the request.{(reason is null ? "" : $" Reason: {Quoted(reason)}")}",
            Lapsed { WaitedFor: var status } => $"Closed because the requester did not act in time ({status}).",
            Closed => "The request was closed.",
            _ => throw new UnreachableException($"No sentence for {recorded.Event.GetType().Name}."),
        };

        private static string Terms(Approved approved) => string.Concat(
            approved.Ground is { } ground ? $" Ground: {AuthorityWords.For(ground)}." : "",
            approved.Conditions is { } conditions ? $" Conditions: {Quoted(conditions)}" : "",
            approved.ApprovedInformation is { } only ? $" Only this may leave: {string.Join(", ", only)}." : "");

        private string Routed(Decision decision) => decision.Disposition switch
        {
            Disposition.Accept => $"{NameOf(decision.Office)} fulfils it.",
            Disposition.Review => $"{NameOf(decision.Office)} decides first.",
            Disposition.Redirect => $"It was handed over to {NameOf(decision.Office)}.",
            Disposition.Refuse => "It was refused.",
            _ => throw new UnreachableException(),
        };

        private string NameOf(Office office) => Circumstances.Policy.Offices.GetValueOrDefault(office)?.Name ?? office.ToString();

        private string QuarantinedName(string id) =>
            State.History.Select(recorded => recorded.Event).OfType<FileQuarantined>().FirstOrDefault(file => file.DeliverableId == id)?.FileName ?? "a file";

        private string FileName(string id) => State.Deliverables.Find(file => file.Id == id)?.FileName ?? "a file";

        private string Moment(Instant at) => Dates.Moment(at, Circumstances.Calendar.Zone);

        /// <summary>The office reads who did it.</summary>
        private string By(RecordedEvent recorded) => recorded.By is Actor.Staff staff ? $" by {staff.Name}" : "";

        private static string Quoted(string text) => $"“{text}”";
    }
}
