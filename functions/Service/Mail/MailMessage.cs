using System.Security.Cryptography;
using System.Text;
using Core.Notifications;
using MimeKit;
using NodaTime;

namespace Service.Mail;

/// <summary>
/// An e-mail as it travels. Composed here as MIME because Graph's own message format has one body only, and a reader without HTML
/// would get none.
/// </summary>
internal static class MailMessage
{
    /// <summary>Names the request a message is about; custom headers begin with x-.</summary>
    public const string RequestHeader = "x-request-id";
    /// <summary>Names the kind of message.</summary>
    public const string TemplateHeader = "x-template";

    /// <summary>
    /// The same for the same effect of the same request, always: a message that is sent again after a crash is recognised as the
    /// same by every server on its way.
    /// </summary>
    public static string IdOf(string requestId, string effectId, string mailbox)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{requestId}\n{effectId}")));
        return $"{hash[..40]}@{mailbox[(mailbox.LastIndexOf('@') + 1)..]}";
    }

    /// <summary>Composes a message.</summary>
    /// <param name="requestId">The request it is about; null where it is about none.</param>
    /// <exception cref="MimeKit.ParseException">An address is none.</exception>
    public static MimeMessage Compose(
        Letter letter, string template, string? requestId, string messageId, MailboxAddress from, string? replyTo,
        IEnumerable<string> to, Instant at)
    {
        var message = new MimeMessage
        {
            MessageId = messageId,
            Date = at.ToDateTimeOffset(),
            Subject = letter.Subject,
            Body = new MultipartAlternative
            {
                // Least preferred first (RFC 2046, 5.1.4).
                new TextPart("plain") { Text = LetterText.Render(letter) },
                new TextPart("html") { Text = LetterHtml.Render(letter) },
            },
        };
        message.From.Add(from);
        message.To.AddRange(to.Distinct(StringComparer.OrdinalIgnoreCase).Select(MailboxAddress.Parse));
        if (MailboxAddress.TryParse(replyTo, out var reply))
        {
            message.ReplyTo.Add(reply);
        }

        if (requestId is not null)
        {
            message.Headers.Add(RequestHeader, requestId);
        }

        message.Headers.Add(TemplateHeader, template);
        message.Headers.Add(HeaderId.ContentLanguage, letter.Say.Tag);
        // Keeps out-of-office replies from answering a machine (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
