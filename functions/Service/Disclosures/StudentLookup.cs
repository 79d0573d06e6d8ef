using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Core.Disclosure;
using Microsoft.AspNetCore.DataProtection;

namespace Service.Disclosures;

/// <summary>
/// Hides student IDs: a keyed hash to find a student's entries by, which nobody can make without the key, and the ID itself encrypted.
/// The key is kept encrypted in blob <c>keys/student-lookup</c>; lost with it is only the finding, not the entries.
/// </summary>
internal sealed class StudentLookup(BlobServiceClient blobs, IDataProtectionProvider protection) : IDisposable
{
    private const string Purpose = "Disclosures.StudentId";
    private const int KeyBytes = 32;

    private readonly IDataProtector ids = protection.CreateProtector(Purpose);
    private readonly IDataProtector keys = protection.CreateProtector("Disclosures.LookupKey");
    private readonly SemaphoreSlim loading = new(1, 1);
    private byte[]? key;

    /// <summary>The partition of a student's entries.</summary>
    public async Task<string> PartitionAsync(string studentId, CancellationToken cancel) => Partition(await KeyAsync(cancel), studentId);

    /// <summary>The partitions of many students' entries, in their order.</summary>
    public async Task<IReadOnlyList<string>> PartitionsAsync(IReadOnlyList<string> studentIds, CancellationToken cancel)
    {
        var secret = await KeyAsync(cancel);
        return [.. studentIds.Select(id => Partition(secret, id))];
    }

    /// <summary>Numbers that stand for others, which nobody can find out without the key; the same for the same.</summary>
    public async Task<IReadOnlyList<ulong>> DisguisedAsync(IReadOnlyList<ulong> numbers, CancellationToken cancel)
    {
        var secret = await KeyAsync(cancel);
        var disguised = new ulong[numbers.Count];
        Span<byte> text = stackalloc byte[sizeof(ulong)], hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var at = 0; at < disguised.Length; at++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(text, numbers[at]);
            HMACSHA256.HashData(secret, text, hash);
            disguised[at] = BinaryPrimitives.ReadUInt64BigEndian(hash);
        }

        return disguised;
    }

    public string Encrypt(string studentId) => ids.Protect(studentId);

    public string Decrypt(string encrypted) => ids.Unprotect(encrypted);

    private static string Partition(byte[] secret, string studentId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(StudentKey.Of(studentId))));

    private async Task<byte[]> KeyAsync(CancellationToken cancel)
    {
        if (key is not null)
            return key;
        await loading.WaitAsync(cancel);
        try
        {
            return key ??= await LoadAsync(cancel);
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<byte[]> LoadAsync(CancellationToken cancel)
    {
        var container = blobs.GetBlobContainerClient("keys");
        await container.CreateIfNotExistsAsync(cancellationToken: cancel);
        var blob = container.GetBlobClient("student-lookup");
        if (!await blob.ExistsAsync(cancel))
        {
            try
            {
                await blob.UploadAsync(
                    BinaryData.FromBytes(keys.Protect(RandomNumberGenerator.GetBytes(KeyBytes))),
                    new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                    cancel);
            }
            catch (RequestFailedException taken) when (taken.Status is 409 or 412)
            {
                // Another process made it meanwhile: theirs is the key.
            }
        }
        var stored = await blob.DownloadContentAsync(cancel);
        return keys.Unprotect(stored.Value.Content.ToArray());
    }

    public void Dispose() => loading.Dispose();
}
