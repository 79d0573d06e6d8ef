using Azure;
using Core.Release;
using Core.Requests;
using Core.Routing;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Desk;
using Service.Files;
using Service.Storage;

namespace Service.Deliverables;

/// <summary>
/// The consent lists of a request: spreadsheets handed in as family consent. Where there are none, as when consent is on paper, who looked at it and accepted
/// it stands for it; where there are, every student of a file must be in them, when it is checked, released and fetched.
/// </summary>
internal sealed class ConsentLists(FileStore files, CurrentCircumstances current, FileLimits limits, ILogger<ConsentLists> log)
{
    private static readonly HashSet<string> Lists = new(StringComparer.OrdinalIgnoreCase) { ".csv", ".tsv", ".xlsx" };

    private static readonly Refusal Missing = new(
        "ConsentMissing", "Current family consent is not in hand for every student in the file, so it cannot leave.", "FERPA §99.30");

    /// <summary>What the lists say of a file's students; null where nothing is in the way.</summary>
    public async Task<Finding?> FindAsync(RequestState state, FileCheckResult result, CancellationToken cancel)
    {
        var today = (await current.NowAsync(cancel)).Today;
        return await OfAsync(state, today, cancel) is { } list ? ConsentMatch.On(result, list, today) : null;
    }

    /// <summary>Why a file may not leave now: a student in it whose consent was withdrawn, has ended, or never was.</summary>
    public async Task<Refusal?> WhyNotAsync(RequestState state, string deliverableId, CancellationToken cancel)
    {
        var today = (await current.NowAsync(cancel)).Today;
        if (await OfAsync(state, today, cancel) is not { } list)
        {
            return null;
        }

        try
        {
            var students = await files.StudentsAsync(state.Id, deliverableId, cancel);
            return ConsentMatch.Without(list, students, today).Count > 0 ? Missing : null;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Whose data it is cannot be known any more, so nobody's consent can be.
            return Missing;
        }
    }

    private async Task<ConsentList?> OfAsync(RequestState state, LocalDate today, CancellationToken cancel)
    {
        if (!ConsentMatch.IsAsked(state))
        {
            return null;
        }

        var contents = new List<IReadOnlyList<FilePart>>();
        foreach (var document in InHand(state).Where(document => Lists.Contains(Path.GetExtension(document.FileName))))
        {
            if (await files.OpenDocumentAsync(state.Id, document.DocumentId, cancel) is { } opened)
            {
                await using (opened)
                await using (var spool = await Spool.TakeAsync(opened.Content, FileStore.LargestDocument, cancel))
                {
                    var stream = spool.Stream!;
                    contents.Add([.. Guarded.Read(() => FileFormats.Read(stream, document.FileName, limits), log, cancel)]);
                }
            }
        }

        return ConsentList.Read(contents, today);
    }

    /// <summary>What was handed in as consent since any was last sent back.</summary>
    private static IEnumerable<RequestEvent.DocumentReceived> InHand(RequestState state) => state.History
        .Skip(1 + state.History.FindLastIndex(recorded => recorded.Event is RequestEvent.DocumentRejected { Kind: DocumentKind.FamilyConsent }))
        .Select(recorded => recorded.Event).OfType<RequestEvent.DocumentReceived>().Where(document => document.Kind == DocumentKind.FamilyConsent);
}
