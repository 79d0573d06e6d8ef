using System.Text;
using MimeKit;

namespace Local.Dev;

/// <summary>
/// The one endpoint of Graph that the product uses, on this machine: <c>users/{mailbox}/sendMail</c> with MIME content. It takes
/// what Graph takes and answers as Graph answers, so that the real SDK talks to it; the mail is kept instead of leaving.
/// </summary>
internal static class DevelopmentGraph
{
    /// <summary>Adds what keeps the mail.</summary>
    public static IServiceCollection AddDevelopmentGraph(this IServiceCollection services) => services.AddSingleton<DevelopmentMailbox>().AddSingleton<MailFailures>();

    /// <summary>Maps it under <c>/dev/graph/v1.0</c>. Only for Development.</summary>
    public static IEndpointRouteBuilder MapDevelopmentGraph(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/dev/graph/v1.0/users/{mailbox}/sendMail", SendMailAsync).DisableAntiforgery().ExcludeFromDescription();
        return endpoints;
    }

    private static async Task<IResult> SendMailAsync(string mailbox, HttpRequest request, DevelopmentMailbox kept, MailFailures failures, CancellationToken cancel)
    {
        if (failures.Take())
        {
            return Error(StatusCodes.Status503ServiceUnavailable, "ErrorServerBusy", "The server was told to fail.");
        }

        if (request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) != true)
        {
            return Error(StatusCodes.Status415UnsupportedMediaType, "ErrorInvalidRequest", "Only MIME content (text/plain) is taken here.");
        }

        // Base64 takes four bytes for three.
        if (request.ContentLength > DevelopmentMailbox.Largest / 3 * 4)
        {
            return Error(StatusCodes.Status413PayloadTooLarge, "ErrorMessageSizeExceeded", "The message is too large.");
        }

        byte[] mime;
        using (var reader = new StreamReader(request.Body, Encoding.ASCII))
        {
            var buffer = await reader.ReadToEndAsync(cancel);
            mime = new byte[buffer.Length];
            if (!Convert.TryFromBase64String(buffer, mime, out var length) || length > DevelopmentMailbox.Largest)
            {
                return Error(StatusCodes.Status400BadRequest, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content.");
            }

            Array.Resize(ref mime, length);
        }

        try
        {
            using var stream = new MemoryStream(mime);
            using var message = await MimeMessage.LoadAsync(stream, cancel);
            if (!message.To.Mailboxes.Any() || string.IsNullOrEmpty(message.MessageId)
                || !message.From.Mailboxes.Any(from => string.Equals(from.Address, mailbox, StringComparison.OrdinalIgnoreCase)))
            {
                return Error(StatusCodes.Status400BadRequest, "ErrorInvalidRecipients", "A message needs a sender who owns the mailbox, a recipient and an id.");
            }

            await kept.KeepAsync(message, mime, cancel);
            return Results.Accepted();
        }
        catch (FormatException)
        {
            return Error(StatusCodes.Status400BadRequest, "ErrorMimeContentInvalid", "The MIME content cannot be read.");
        }
    }

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
