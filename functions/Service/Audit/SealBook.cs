using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;
using NodaTime.Text;

namespace Service.Audit;

/// <summary>
/// The seals, in the container <c>audit</c>, whose blobs storage lets nobody change or delete (infra: an immutability policy). A seal is
/// a blob named after its day; it is written once, whole or not at all.
/// </summary>
internal sealed class SealBook(BlobServiceClient blobs)
{
    public const string Container = "audit";
    private const string Prefix = "seals/";
    private const string Ending = ".seal";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    /// <summary>The days that have a seal, oldest first.</summary>
    public async Task<IReadOnlyList<LocalDate>> DaysAsync(CancellationToken cancel)
    {
        var days = new List<LocalDate>();
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = Prefix }, cancel))
        {
            if (blob.Name.EndsWith(Ending, StringComparison.Ordinal)
                && LocalDatePattern.Iso.Parse(blob.Name[Prefix.Length..^Ending.Length]) is { Success: true, Value: var day })
            {
                days.Add(day);
            }
        }

        days.Sort();
        return days;
    }

    /// <summary>The bytes of a seal; null where that day has none.</summary>
    public async Task<Stream?> OpenAsync(LocalDate day, CancellationToken cancel)
    {
        try
        {
            return await Blob(day).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancel);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The hash of a seal's bytes; null where that day has none.</summary>
    public async Task<string?> HashAsync(LocalDate day, CancellationToken cancel)
    {
        await using var content = await OpenAsync(day, cancel);
        return content is null ? null : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    /// <summary>Writes a seal; false where its day has one already.</summary>
    public async Task<bool> TryWriteAsync(LocalDate day, Stream content, CancellationToken cancel)
    {
        try
        {
            await Blob(day).UploadAsync(content, new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8" },
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            }, cancel);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            return false;
        }
    }

    private BlobClient Blob(LocalDate day) => container.GetBlobClient($"{Prefix}{LocalDatePattern.Iso.Format(day)}{Ending}");
}
