using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Core.Agreements;
using Core.Notifications;
using Core.Requests;
using NodaTime;
using NodaTime.Text;
using Service.Agreements.Pdf;
using static Service.Agreements.Pdf.PdfFile;

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
    private static readonly InstantPattern PdfDate = InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmmss'Z'");
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

    /// <summary>Makes the PDF, the same each time. Only of an executed agreement whose text is still what was signed.</summary>
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

        var pages = new AgreementPages();
        var title = Body(pages, document);
        Signatures(pages, signature, signedAt, countersigner, executedAt, endsOn, hash);

        var file = new PdfFile();
        var text = file.AddStream(Encoding.UTF8.GetBytes(document.Text), "/Type /EmbeddedFile /Subtype /text#2Fplain");
        var attachment = file.Add(Invariant(
            $"<< /Type /Filespec /F ({TextName}) /UF ({TextName}) /Desc (The text that was signed) /AFRelationship /Source /EF << /F {text} 0 R >> >>"));
        var root = file.Add(Invariant(
            $"<< /Type /Catalog /Pages {pages.AddTo(file, $"Agreement for data request {state.Id}")} 0 R /Lang (en-US) /ViewerPreferences << /DisplayDocTitle true >> /Names << /EmbeddedFiles << /Names [({TextName}) {attachment} 0 R] >> >> /AF [{attachment} 0 R] >>"));
        var info = file.Add(
            $"<< /Title {PdfFile.Text(title)} /Subject {PdfFile.Text($"Data request {state.Id}")} /Keywords (SHA-256 {hash}) " +
            $"/CreationDate (D:{PdfDate.Format(executedAt)}) >>");
        return file.ToBytes(root, info, hash[..32]);
    }

    /// <summary>Writes the text and returns its title.</summary>
    private static string Body(AgreementPages pages, NdaDocument document)
    {
        var paragraphs = document.Text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        pages.Write(paragraphs[0], 16, bold: true, after: 12);
        foreach (var paragraph in paragraphs.Skip(1))
        {
            var isHeading = Heading().IsMatch(paragraph);
            pages.Write(paragraph.ReplaceLineEndings(" "), bold: isHeading, after: isHeading ? 2 : 8, keep: isHeading ? 32 : 0);
        }

        return paragraphs[0];
    }

    private static void Signatures(
        AgreementPages pages, NdaSignature signature, Instant signedAt, string countersigner, Instant executedAt, LocalDate endsOn, string hash)
    {
        // The signatures stay together on one page.
        pages.Make(230);
        pages.Rule();
        pages.Write("Signatures", 12, bold: true, after: 6);
        pages.Write("For the Receiver", bold: true);
        pages.Write($"{signature.FullName}, {signature.Title}");
        pages.Write($"Signed electronically on {Utc.Format(signedAt)}", after: 10);
        pages.Write("For the District", bold: true);
        pages.Write(countersigner);
        pages.Write($"Signed electronically on {Utc.Format(executedAt)}; fully executed", after: 10);
        pages.Write($"Last day of this agreement: {Dates.Day(endsOn)}", bold: true, after: 10);
        pages.Write($"What was signed is the text above, attached to this file as {TextName}. Its SHA-256 is:");
        pages.Write(hash, 9);
    }

    [GeneratedRegex(@"^\d{1,2}\. .{1,60}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
