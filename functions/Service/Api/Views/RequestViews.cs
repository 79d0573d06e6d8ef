using Core.Calendar;
using Core.Languages;
using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Service.Api.Views;

/// <summary>Makes the view of a request for one reader at one moment.</summary>
internal static class RequestViews
{
    public static RequestView Of(RequestState state, Circumstances circumstances, Actor reader)
    {
        var isStaff = reader is Actor.Staff;
        var audience = isStaff ? ClockReader.Office : ClockReader.Requester;
        var say = isStaff ? Texts.English : Texts.For(state.Submission.Language, circumstances.Policy);
        var standing = Standing.Of(state, circumstances);
        return new()
        {
            Id = state.Id,
            Status = standing.Status,
            Version = state.Version,
            Office = state.Office,
            SubmittedAt = state.SubmittedAt,
            DueAt = standing.DueAt,
            OriginalDueAt = standing.DueAt is null ? null : standing.Clock?.OriginalDueAt,
            WaitingOn = standing.WaitingOn,
            EndedAt = state.EndedAt,
            Decision = state.Decision.In(say, state.Submission, circumstances.Policy),
            Requirements = state.Requirements,
            Clock = standing.Clock is { } clock ? Clock(clock, state, circumstances, audience, say) : null,
            Timeline = Timeline.Of(state, circumstances, audience, say),
            FeeEstimate = state.Fee is { Estimate: var fee } known
                ? new([.. fee.Lines.Select(line => line with { Label = line.In(say) })], fee.Total, fee.Currency, fee.Note, known.Decision, known.EstimatedAt)
                : null,
            Nda = state.Nda is { } nda ? Nda(nda) : null,
            Documents = [.. Documents(state)],
            Deliverables =
            [
                .. state.Deliverables.Where(file => isStaff || file.DeliveredAt is not null).Select(file =>
                    File(state, file, circumstances.Now, isStaff, Texts.For(state.Submission.Language, circumstances.Policy))),
                .. state.Quarantined.Where(_ => isStaff).Select(file =>
                    new DeliverableView(file.Id, file.FileName, null, file.Size, DeliverableStatus.BeingChecked) { UploadedBy = file.UploadedBy }),
            ],
            Questions = [.. state.Clarifications.Select(one => new QuestionView(one.Question, one.AskedAt, one.Answer, one.AnsweredAt))],
            OwesDestruction = state.OwesDestruction,
            Assignee = isStaff ? state.Assignee : null,
            Submission = isStaff ? state.Submission : null,
        };
    }

    private static ClockView Clock(ClockReading reading, RequestState state, Circumstances circumstances, ClockReader reader, Texts say) => new(
        reader == ClockReader.Office ? reading.OfficeSentence : reading.In(say), reading.IsRunning, reading.DaysCounted, reading.DaysAllowed,
        Core.Calendar.Clock.Explain(state.Ledger, circumstances.Calendar, circumstances.Now, reader, say));

    private static NdaView Nda(NdaState nda) => new(
        nda.Document?.Id ?? nda.Reused!.Id, nda.Document?.Text, nda.Document?.TextHash,
        nda.Signature?.FullName, nda.SignedAt, nda.CountersignedBy, nda.ExecutedAt, nda.EndsOn,
        nda switch
        {
            { Reused: not null } => NdaStatus.Reused,
            { ExecutedAt: not null } => NdaStatus.Executed,
            { Signature: not null } => NdaStatus.AwaitingCountersignature,
            _ => NdaStatus.AwaitingSignature,
        });

    /// <summary>What is required first, then what was handed in beside it.</summary>
    private static IEnumerable<DocumentView> Documents(RequestState state)
    {
        var required = state.Documents
            .Select(one => (Requirement: one.Key, Kind: RequiredDocuments.KindFor(one.Key), Standing: one.Value)).ToList();
        return required
            .Select(one => new DocumentView(one.Requirement, one.Kind, one.Standing, HandedIn(state, one.Kind)))
            .Concat(state.HandedIn.Select(one => one.Kind).Distinct().Where(kind => !required.Exists(one => one.Kind == kind))
                .Select(kind => new DocumentView(null, kind, null, HandedIn(state, kind))));
    }

    private static IReadOnlyList<HandedInView> HandedIn(RequestState state, DocumentKind kind) =>
        [.. state.HandedIn.Where(one => one.Kind == kind).Select(one => new HandedInView(one.Id, one.FileName, one.Size, one.At))];

    private static DeliverableView File(RequestState state, Deliverable file, Instant now, bool isStaff, Texts say) => new(
        file.Id, file.FileName, file.ExpiresAt, file.Size,
        file switch
        {
            { RecalledBecause: not null } => DeliverableStatus.Recalled,
            { DeliveredAt: null } => DeliverableStatus.Uploaded,
            _ when file.IsLive(now) => DeliverableStatus.Available,
            _ => DeliverableStatus.Expired,
        })
    {
        HiddenNote = file.Hidden is { } hidden ? string.Join(' ', hidden.Sentences(isStaff ? Texts.English : say)) : null,
        Hidden = isStaff ? file.Hidden : null,
        Check = isStaff ? file.Check : null,
        UploadedBy = isStaff ? file.UploadedBy : null,
        OverriddenBy = isStaff ? file.OverriddenBy : null,
        Downloads = isStaff ? file.Downloads : null,
        FetchedBy = isStaff
            ? [.. state.FetchesOf(file.Id).Select(one => new FetchView(
                one.At, one.By is Actor.Staff staff ? staff.Name : "requester", (one.Event as RequestEvent.Downloaded)?.Bytes))]
            : null,
    };
}
