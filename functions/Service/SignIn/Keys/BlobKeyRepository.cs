using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Service.SignIn.Keys;

/// <summary>Keeps the keys of Data Protection in the container <c>keys</c>, a blob each, so that all processes on one storage share them.</summary>
internal sealed class BlobKeyRepository(BlobServiceClient blobs) : IXmlRepository
{
    public const string ContainerName = "keys";
    private const string Folder = "data-protection/";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(ContainerName);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        try
        {
            return [.. container.GetBlobs(BlobTraits.None, BlobStates.None, Folder, CancellationToken.None)
                .Select(blob => XElement.Parse(container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString()))];
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return [];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        container.CreateIfNotExists();
        container.GetBlobClient($"{Folder}{friendlyName}.xml").Upload(BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)), overwrite: true);
    }
}
