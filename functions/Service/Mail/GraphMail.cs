using System.Globalization;
using System.Text;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.SendMail;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using MimeKit;

namespace Service.Mail;

/// <summary>Sends a composed message as a mailbox of the district: Graph's <c>users/{mailbox}/sendMail</c> with MIME content.</summary>
/// <param name="client">Made on first use, when the address is known.</param>
/// <param name="patience">How long the server has to answer.</param>
internal sealed class GraphMail(Lazy<GraphServiceClient> client, TimeSpan patience)
{
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new(StringComparer.Ordinal)
    {
        ["XXX"] = ODataError.CreateFromDiscriminatorValue,
    };

    // The engine tries again in its own time and remembers it over restarts; waiting here would only hold it up.
    private static readonly RetryHandlerOption NoRetry = new() { MaxRetry = 0 };

    /// <summary>Sends a message; a copy is kept among the mailbox's sent items, which is what Graph does with MIME content.</summary>
    /// <returns>False where no server will ever take it.</returns>
    /// <exception cref="MailDelayedException">The server did not take it now.</exception>
    public async Task<bool> SendAsync(string mailbox, MimeMessage message, CancellationToken cancel)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(patience);
        try
        {
            var graph = client.Value;
            var request = graph.Users[mailbox].SendMail.ToPostRequestInformation(new SendMailPostRequestBody());
            request.Headers.Clear();
            request.Headers.Add("Accept", "application/json");
            request.SetStreamContent(await Base64Async(message, timeout.Token), "text/plain");
            request.AddRequestOptions([NoRetry]);
            await graph.RequestAdapter.SendNoContentAsync(request, Errors, timeout.Token);
            return true;
        }
        catch (ODataError error) when (error.Error?.Code is "ErrorInvalidRecipients" && error.ResponseStatusCode == 400)
        {
            return false;
        }
        catch (ApiException error)
        {
            throw new MailDelayedException(string.Create(CultureInfo.InvariantCulture,
                $"The mail server answered {error.ResponseStatusCode} {(error as ODataError)?.Error?.Code}."), error);
        }
        catch (HttpRequestException error)
        {
            throw new MailDelayedException("The mail server cannot be reached.", error);
        }
        catch (Azure.Identity.AuthenticationFailedException error)
        {
            throw new MailDelayedException("No credential for the mail server.", error);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new MailDelayedException($"The mail server did not answer within {patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.", error);
        }
    }

    private static async Task<Stream> Base64Async(MimeMessage message, CancellationToken cancel)
    {
        message.Prepare(EncodingConstraint.SevenBit);
        using var mime = new MemoryStream();
        await message.WriteToAsync(mime, cancel);
        return new MemoryStream(Encoding.ASCII.GetBytes(Convert.ToBase64String(mime.GetBuffer().AsSpan(0, (int)mime.Length))));
    }
}
