using Core.Requests;
using Service.Audit;
using Service.Storage;

namespace Service.Deliverables;

/// <summary>
/// Finds bytes that no request knows: what an upload left that was cut off between storing the bytes and recording them. Nobody can reach
/// them, and nothing else would ever delete them. Nobody checked them either, so they may name students: that they were there and are
/// deleted is on record first.
/// </summary>
internal sealed class OrphanedFiles(FileStore files, EventStore store, RemovalTrail removals, TimeProvider time)
{
    // Far longer than any upload and its check take. Real time, as storage's own is.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>Deletes them; how many there were.</summary>
    public Task<int> RemoveAsync(CancellationToken cancel) => RemoveAsync(Grace, cancel);

    /// <summary>Deletes those that are older.</summary>
    public async Task<int> RemoveAsync(TimeSpan grace, CancellationToken cancel)
    {
        var (before, removed) = (time.GetUtcNow() - grace, 0);
        foreach (var container in new[] { FileStore.Uploads, FileStore.Deliverables })
        {
            RequestState? request = null;
            await foreach (var blob in files.AllAsync(container, cancel))
            {
                if (blob.Properties.CreatedOn > before || blob.Name.Split('/') is not [var id, var name])
                {
                    continue;
                }

                // Blobs come in the order of their names, so each request is read once.
                if (request?.Id != id)
                {
                    request = (await store.LoadAsync(id, cancel))?.State;
                }

                if (request is null || !Knows(request, name))
                {
                    await removals.RecordAsync(new(container, blob.Name, blob.Properties.CreatedOn, blob.Properties.ContentLength), cancel);
                    await files.RemoveAsync(container, blob.Name, cancel);
                    removed++;
                }
            }
        }

        return removed;
    }

    private static bool Knows(RequestState request, string name)
    {
        var id = name.Split('.')[0];
        return request.Quarantined.Exists(file => file.Id == id) || request.Deliverables.Exists(file => file.Id == id) || request.HandedIn.Exists(file => file.Id == id);
    }
}
