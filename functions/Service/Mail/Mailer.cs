using Core.Notifications;
using Core.Requests;
using Core.Routing;
using Microsoft.Extensions.Logging;
using MimeKit;
using NodaTime;
using Service.Calendar;
using Service.Policy;
using Service.SignIn;

namespace Service.Mail;

/// <summary>The token that opens the requester's page, made anew for a link in a later message.</summary>
internal delegate ValueTask<string> RequesterToken(RequestState state, CancellationToken cancel);

/// <summary>Writes a message owed for a request and sends it.</summary>
/// <param name="settings">Read on first use.</param>
internal sealed partial class Mailer(
    GraphMail graph, Lazy<MailSettings> settings, PolicyStore policies, CalendarStore calendars, RequesterToken tokenOf, DownloadCodes codes,
    IClock clock, ILogger<Mailer> logger)
{
    /// <summary>
    /// Sends a message. Doing it twice is harmless: the same effect gives the same message id, by which servers know a message again.
    /// </summary>
    /// <param name="effectId">Identifies what is owed, within the request.</param>
    /// <exception cref="MailDelayedException">The mail server did not take it now; try again later.</exception>
    public async Task<MailOutcome> SendAsync(RequestState state, Message message, string effectId, CancellationToken cancel)
    {
        var policy = await policies.CurrentAsync(cancel);
        var calendar = await calendars.CurrentAsync(cancel);
        var now = clock.GetCurrentInstant();
        var links = LetterLinks.For(settings.Value.PublicBaseUrl, state.Id, await tokenOf(state, cancel));
        var letter = Letters.Write(message, state, new(policy, calendar, Standing.Of(state, new(now, policy, calendar)), links, await CodeAsync(state, message, cancel)));

        var mailbox = policy.District.Mailbox;
        MimeMessage mail;
        try
        {
            mail = MailMessage.Compose(letter, message.Kind.ToString(), state.Id, MailMessage.IdOf(state.Id, effectId, mailbox),
                new MailboxAddress(policy.District.OfficeName, mailbox),
                policy.Offices.GetValueOrDefault(Office.DataAndAccountability)?.Email,
                Recipients.Of(message, state, policy), now);
        }
        catch (MimeKit.ParseException)
        {
            Log.Undeliverable(logger, state.Id, message.Kind);
            return MailOutcome.Undeliverable;
        }

        using (mail)
        {
            if (await graph.SendAsync(mailbox, mail, cancel))
            {
                return MailOutcome.Sent;
            }
        }

        Log.Undeliverable(logger, state.Id, message.Kind);
        return MailOutcome.Undeliverable;
    }

    private async ValueTask<string?> CodeAsync(RequestState state, Message message, CancellationToken cancel) =>
        message.Kind == MessageKind.DownloadCode
        && state.History.FirstOrDefault(recorded => recorded.Sequence == message.Sequence)?.Event is RequestEvent.DownloadCodeSent { DeliverableId: var file }
            ? await codes.OfAsync(state.Id, file, message.Sequence, cancel)
            : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} of request {RequestId} cannot be delivered: its address is none.")]
        public static partial void Undeliverable(ILogger logger, string requestId, MessageKind kind);
    }
}
