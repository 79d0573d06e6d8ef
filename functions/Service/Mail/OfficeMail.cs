using Core.Notifications;
using Core.Routing;
using MimeKit;
using NodaTime;
using Service.Policy;

namespace Service.Mail;

/// <summary>Sends letters that are about no request: reminders of training, ends of agreements.</summary>
/// <param name="settings">Read on first use.</param>
internal sealed class OfficeMail(GraphMail graph, Lazy<MailSettings> settings, PolicyStore policies, IClock clock)
{
    /// <summary>The address of the site, for links.</summary>
    public string Site => settings.Value.PublicBaseUrl;

    /// <summary>Sends a letter. The same id gives the same message id, by which servers know a message again.</summary>
    /// <param name="template">The kind of letter; stays stable.</param>
    /// <param name="id">Identifies this letter among all of its kind.</param>
    /// <exception cref="MailDelayedException">The mail server did not take it now; try again later.</exception>
    public async Task<MailOutcome> SendAsync(Letter letter, string template, string id, IEnumerable<string> to, CancellationToken cancel)
    {
        var policy = await policies.CurrentAsync(cancel);
        var mailbox = policy.District.Mailbox;
        MimeMessage mail;
        try
        {
            mail = MailMessage.Compose(
                letter, template, requestId: null, MailMessage.IdOf(template, id, mailbox), new MailboxAddress(policy.District.OfficeName, mailbox),
                policy.Offices.GetValueOrDefault(Office.DataAndAccountability)?.Email, to, clock.GetCurrentInstant());
        }
        catch (MimeKit.ParseException)
        {
            return MailOutcome.Undeliverable;
        }

        using (mail)
        {
            return await graph.SendAsync(mailbox, mail, cancel) ? MailOutcome.Sent : MailOutcome.Undeliverable;
        }
    }
}
