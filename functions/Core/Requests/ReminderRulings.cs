using Core.Notifications;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>A reminder that an analyst sends before the ones that go out by themselves: of the one thing the requester owes now.</summary>
internal static class ReminderRulings
{
    /// <summary>At most one a day: a person is reminded, not pestered.</summary>
    public static Ruling Remind(RequestState state, Circumstances circumstances) => Owed(state) switch
    {
        null => Refusals.NothingOwed,
        _ when LastOn(state, circumstances) == circumstances.Today => Refusals.RemindedToday,
        var (kind, about) => new Reminded(kind, about),
    };

    /// <summary>What the requester owes, and the event that asked for it; null where they owe nothing.</summary>
    private static (MessageKind Kind, int About)? Owed(RequestState state)
    {
        return Standing.StatusOf(state) switch
        {
            RequestStatus.AwaitingClarification => (MessageKind.ClarificationReminder, Last(asked => asked is ClarificationAsked)),
            RequestStatus.AwaitingFeeDecision => (MessageKind.FeeReminder, Last(asked => asked is FeeEstimated)),
            RequestStatus.AwaitingDocuments when state.DocumentsMissing =>
                (MessageKind.DocumentsReminder, Last(asked => asked is DocumentsRequested or DocumentRejected)),
            RequestStatus.AwaitingNda when state.Nda is { SentAt: not null, Signature: null } => (MessageKind.NdaReminder, Last(asked => asked is NdaSent)),
            _ => null,
        };

        int Last(Func<RequestEvent, bool> asked) => state.History.Last(recorded => asked(recorded.Event)).Sequence;
    }

    private static LocalDate? LastOn(RequestState state, Circumstances circumstances) =>
        state.History.LastOrDefault(recorded => recorded.Event is Reminded) is { At: var at } ? circumstances.Calendar.DateOf(at) : null;
}
