using System.Collections.Concurrent;
using System.Security.Cryptography;
using Core.Languages;
using Core.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Service.Desk;
using Service.SignIn;
using Service.Storage;

namespace Service.Deliverables;

/// <summary>What came of asking for a file.</summary>
internal abstract record Fetched
{
    private Fetched() { }

    /// <summary>Here it is; the download is on record.</summary>
    public sealed record Ready(Deliverable File, OpenedFile Bytes) : Fetched;

    /// <summary>There is no such file for this reader.</summary>
    public sealed record Unknown : Fetched;

    /// <summary>It could be fetched once.</summary>
    public sealed record Gone(string Why) : Fetched;

    /// <summary>It needs a one-time code: none was given, or not the right one.</summary>
    public sealed record Refused(Refusal Why) : Fetched;
}

/// <summary>
/// Hands out released files. Whether one may be fetched is judged at every download, only the bytes that were checked leave, and the
/// download is on record before the first of them does (policy sections 5 and 6).
/// </summary>
internal sealed partial class Downloads(RequestDesk desk, CurrentCircumstances current, FileStore files, DownloadCodes codes, ConsentLists consents, ILogger<Downloads> log)
{
    private const int MostRemembered = 1_000;

    // Versions of blobs whose hash was found right, so that a file fetched in ranges is not hashed again for each.
    private readonly ConcurrentDictionary<string, byte> verified = new(StringComparer.Ordinal);

    /// <summary>Opens a file for somebody who may come to the request.</summary>
    /// <param name="code">The one-time code that was given, if any.</param>
    /// <param name="request">Says which part of the file is asked for.</param>
    public async Task<Fetched> OpenAsync(
        RequestState state, string deliverableId, Actor by, string? code, HttpRequest request, CancellationToken cancel)
    {
        if (state.Deliverables.Find(one => one.Id == deliverableId) is not { DeliveredAt: not null } file)
        {
            return new Fetched.Unknown();
        }

        var circumstances = await current.NowAsync(cancel);
        var say = Texts.For(state.Submission.Language, circumstances.Policy);
        if (WhyNot(state, file, circumstances, say) is { } why)
        {
            return new Fetched.Gone(why);
        }

        if (await consents.WhyNotAsync(state, file.Id, cancel) is { } withdrawn)
        {
            return new Fetched.Gone(withdrawn.In(say));
        }

        var given = await codes.ReadAsync(state, file.Id, code, cancel);
        if (DownloadCode.IsNeeded(state, by) && given is not { IsRight: true })
        {
            // What happens then is the wrong try, which is counted before anything is said about it.
            var tried = await desk.ExecuteAsync(state.Id, new RequestCommand.Download(file.Id, given), by, expectedVersion: null, cancel);
            return new Fetched.Refused(tried.Refusal ?? DownloadCodes.Wrong);
        }

        if (await files.OpenDeliverableAsync(state.Id, file.Id, cancel) is not { } bytes)
        {
            return new Fetched.Gone(say.GoneEnded);
        }

        try
        {
            if (!await AreTheCheckedOnesAsync(state.Id, file, bytes, cancel))
            {
                Log.Changed(log, file.Id, state.Id);
                await bytes.DisposeAsync();
                return new Fetched.Gone(say.GoneChanged);
            }

            var fetch = new RequestCommand.Download(file.Id, given, RangeAsked.Bytes(request, file));
            var outcome = await desk.ExecuteAsync(state.Id, fetch, by, expectedVersion: null, cancel);
            if (outcome.Refusal is { } refusal)
            {
                await bytes.DisposeAsync();
                return refusal.Kind == RefusalKind.Forbidden ? new Fetched.Refused(refusal) : new Fetched.Gone(refusal.In(say));
            }

            return new Fetched.Ready(file, bytes);
        }
        catch
        {
            await bytes.DisposeAsync();
            throw;
        }
    }

    private static string? WhyNot(RequestState state, Deliverable file, Circumstances circumstances, Texts say) => file switch
    {
        { RecalledBecause: { } because } => say.GoneRecalled(because),
        _ when !file.IsLive(circumstances.Now) => say.GoneEnded,
        _ => Preconditions.Unmet(state, file, circumstances)?.In(say),
    };

    private async Task<bool> AreTheCheckedOnesAsync(string requestId, Deliverable file, OpenedFile bytes, CancellationToken cancel)
    {
        var version = $"{requestId}/{file.Id}/{bytes.Version}";
        if (verified.ContainsKey(version))
        {
            return true;
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes.Content, cancel));
        bytes.Content.Position = 0;
        if (hash != file.Sha256)
        {
            return false;
        }

        if (verified.Count >= MostRemembered)
        {
            verified.Clear();
        }

        verified.TryAdd(version, 0);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The stored bytes of file {DeliverableId} of {RequestId} are not those that were checked")]
        public static partial void Changed(ILogger log, string deliverableId, string requestId);
    }
}
