using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Core.Agreements;
using Core.Requests;
using NodaTime;
using NodaTime.Text;
using PdfSharp.Pdf;

namespace Service.Agreements;

/// <summary>
/// The executed agreement as a PDF: the text that was signed, both signatures, and the hash they refer to. The text itself is attached as a
/// file, so that anybody can compute the hash again.
/// </summary>
internal sealed partial class AgreementPdf(BlobServiceClient blobs)
{
    public const string ContainerName = "agreements";
    public const string TextName = "agreement.txt";

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss 'UTC'");
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(ContainerName);

    /// <summary>Where the agreement of a request is kept.</summary>
    public static string NameOf(string requestId) => $"{requestId}/nda.pdf";

    /// <summary>Makes and keeps the PDF of an executed agreement. What is kept already is left as it is.</summary>
    public async Task StoreAsync(RequestState state, CancellationToken cancel)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancel);
        var blob = container.GetBlobClient(NameOf(state.Id));
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(Make(state)), new BlobUploadOptions
            {
                Conditions = new() { IfNoneMatch = ETag.All },
                HttpHeaders = new() { ContentType = "application/pdf" },
            }, cancel);
        }
        catch (RequestFailedException error) when (error.Status == 409)
        {
            // Kept by an earlier run of the same effect.
        }
    }

    /// <summary>The kept PDF; null where there is none.</summary>
    public async Task<byte[]?> FindAsync(string requestId, CancellationToken cancel)
    {
        try
        {
            var found = await container.GetBlobClient(NameOf(requestId)).DownloadContentAsync(cancel);
            return found.Value.Content.ToArray();
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Makes the PDF. Only of an executed agreement whose text is still what was signed.</summary>
    public static byte[] Make(RequestState state)
    {
        if (state.Nda is not { Document: { } document, Signature: { } signature, SignedAt: { } signedAt, CountersignedBy: { } countersigner,
            ExecutedAt: { } executedAt, EndsOn: { } endsOn })
        {
            throw new InvalidOperationException($"Request {state.Id} has no executed agreement of its own.");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
        if (hash != document.TextHash || hash != signature.TextHash)
        {
            throw new InvalidOperationException($"The agreement of request {state.Id} is not the text that was signed.");
        }

        using var pdf = new PdfDocument();
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(document.Text));
        pdf.Language = "en-US";
        pdf.Info.CreationDate = executedAt.ToDateTimeUtc();
        pdf.Info.Subject = $"Data request {state.Id}";
        pdf.Info.Keywords = $"SHA-256 {hash}";
        pdf.AddEmbeddedFile(TextName, text);
        using (var pages = new AgreementPages(pdf))
        {
            pdf.Info.Title = Body(pages, document);
            Signatures(pages, signature, signedAt, countersigner, executedAt, endsOn, hash);
            pages.Finish($"Agreement for data request {state.Id}");
        }

        using var bytes = new MemoryStream();
        pdf.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    /// <summary>Writes the text and returns its title.</summary>
    private static string Body(AgreementPages pages, NdaDocument document)
    {
        var paragraphs = document.Text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        pages.Write(paragraphs[0], AgreementPages.Font(16, bold: true), after: 12);
        foreach (var paragraph in paragraphs.Skip(1))
        {
            var isHeading = Heading().IsMatch(paragraph);
            pages.Write(paragraph.ReplaceLineEndings(" "), AgreementPages.Font(10, isHeading), isHeading ? 2 : 8, keep: isHeading ? 32 : 0);
        }

        return paragraphs[0];
    }

    private static void Signatures(
        AgreementPages pages, NdaSignature signature, Instant signedAt, string countersigner, Instant executedAt, LocalDate endsOn, string hash)
    {
        var (plain, bold) = (AgreementPages.Font(10), AgreementPages.Font(10, bold: true));
        // The signatures stay together on one page.
        pages.Make(230);
        pages.Rule();
        pages.Write("Signatures", AgreementPages.Font(12, bold: true), after: 6);
        pages.Write("For the Receiver", bold, after: 0);
        pages.Write($"{signature.FullName}, {signature.Title}", plain, after: 0);
        pages.Write($"Signed electronically on {Utc.Format(signedAt)}", plain, after: 10);
        pages.Write("For the District", bold, after: 0);
        pages.Write(countersigner, plain, after: 0);
        pages.Write($"Signed electronically on {Utc.Format(executedAt)}; fully executed", plain, after: 10);
        pages.Write($"Last day of this agreement: {endsOn.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}", bold, after: 10);
        pages.Write($"What was signed is the text above, attached to this file as {TextName}. SHA-256 of it:", plain, after: 0);
        pages.Write(hash, plain, after: 0);
    }

    [GeneratedRegex(@"^\d{1,2}\. .{1,60}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
