using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection;

namespace Service.SignIn.Keys;

/// <summary>
/// A random key that is made once for a storage account and kept there, encrypted by Data Protection. It makes what has to be
/// made again later without being stored: access tokens and the ids of idempotent submissions.
/// </summary>
internal sealed class ServerKey(BlobServiceClient blobs, IDataProtectionProvider protection)
{
    private const string BlobName = "server-key";
    private const int Bytes = 32;

    private readonly IDataProtector protector = protection.CreateProtector("Service.SignIn.ServerKey");
    private readonly BlobClient blob = blobs.GetBlobContainerClient(BlobKeyRepository.ContainerName).GetBlobClient(BlobName);
    private byte[]? key;

    /// <summary>HMAC-SHA256 under this key. <paramref name="use"/> keeps the uses apart.</summary>
    public async ValueTask<byte[]> MacAsync(string use, string text, CancellationToken cancel) =>
        HMACSHA256.HashData(key ??= await LoadOrMakeAsync(cancel), Encoding.UTF8.GetBytes($"{use}\n{text}"));

    private async Task<byte[]> LoadOrMakeAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } stored)
        {
            return stored;
        }

        await blobs.GetBlobContainerClient(BlobKeyRepository.ContainerName).CreateIfNotExistsAsync(cancellationToken: cancel);
        var made = RandomNumberGenerator.GetBytes(Bytes);
        try
        {
            await blob.UploadAsync(
                BinaryData.FromBytes(protector.Protect(made)),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancel);
            return made;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // Another process was faster, or the reply to a first try was lost: what is stored counts.
            return await LoadAsync(cancel) ?? throw new InvalidOperationException("The server key is there and cannot be read.", failure);
        }
    }

    private async Task<byte[]?> LoadAsync(CancellationToken cancel)
    {
        try
        {
            return protector.Unprotect((await blob.DownloadContentAsync(cancel)).Value.Content.ToArray());
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }
}
