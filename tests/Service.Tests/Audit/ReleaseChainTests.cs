using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Core.Release;
using Core.Requests;
using Service.Api.Answers;
using Service.Audit;
using Service.Storage.Events;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Audit;

/// <summary>
/// What the gate found, who overrode it and why, and who fetched the file are in the chain like everything else (policy section 5): changing any of it
/// is named, by the office's own check and by the independent program, which has nothing but an export and the seals.
/// </summary>
public sealed class ReleaseChainTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("release-").FullName;
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string, string> Tampering => new()
    {
        { "the verdict", 2, "\"verdict\":\"Fix\"", "\"verdict\":\"Pass\"" },
        { "the finding", 2, "row 3", "row 4" },
        { "the hash of what was checked", 2, "\"sha256\":\"0a\"", "\"sha256\":\"0b\"" },
        { "who overrode it", 3, "\"by\":\"Ap Prover\"", "\"by\":\"Ana Lyst\"" },
        { "why it was overridden", 3, "Staff, not students", "No reason given" },
        { "when its link ends", 4, "2026-04-01", "2027-04-01" },
        { "what was fetched", 5, "\"deliverableId\":\"f1\"", "\"deliverableId\":\"f2\"" },
        { "how much was fetched", 5, "\"bytes\":120", "\"bytes\":1" },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task A_changed_verdict_override_or_download_is_named(string what, int sequence, string was, string isNow)
    {
        using var records = await ReleasedAsync();
        var export = await ExportAsync(records);
        await Records.RewriteAsync(records.Storage.Requests, Records.Id(1), sequence, payload =>
        {
            payload.ShouldContain(was, Shouldly.Case.Sensitive, what);
            return payload.Replace(was, isNow, StringComparison.Ordinal);
        });
        // The chain was mended up to its head: it is whole in itself, and only the seal of that day knows better.
        var broken = await records.BrokenAsync();
        broken.Chain.ShouldBe(Records.Id(1), what);
        broken.Problem.ShouldContain("to 5");

        var (code, said) = await RunAsync(export, await ChainAsync(records));
        code.ShouldBe(1, said);
        said.ShouldContain(Records.Id(1));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task An_entry_that_is_changed_and_not_mended_is_named_itself(int sequence)
    {
        using var records = await ReleasedAsync();
        var row = await Records.RowAsync(records.Storage.Requests, Records.Id(1), sequence);
        EventRow.Put(EventRow.PayloadOf(row).Replace("Lyst", "List", StringComparison.Ordinal).Replace("f1", "f2", StringComparison.Ordinal), row);
        await records.Storage.Requests.UpsertEntityAsync(row, Azure.Data.Tables.TableUpdateMode.Replace, cancel);
        var broken = await records.BrokenAsync();
        (broken.Chain, broken.Sequence).ShouldBe((Records.Id(1), sequence));
        var (code, said) = await RunAsync(await ExportAsync(records), await ChainAsync(records));
        code.ShouldBe(1, said);
        said.ShouldContain($"{Records.Id(1)}, entry {sequence}");
    }

    [Fact]
    public async Task Downloads_taken_off_the_end_of_the_history_are_named()
    {
        using var records = await ReleasedAsync();
        await Records.CutAsync(records.Storage.Requests, Records.Id(1), 4);
        var broken = await records.BrokenAsync();
        (broken.Chain, broken.Sequence).ShouldBe((Records.Id(1), 5));
    }

    /// <summary>A file that needed mending, let through by a second person, delivered and fetched; then the day is sealed.</summary>
    private async Task<Records> ReleasedAsync()
    {
        var records = await Records.NewAsync(azurite);
        await records.HappenAsync(1);
        RequestEvent[] events =
        [
            new RequestEvent.DeliverableAdded("f1", "roster.csv", "text/csv", 120, "0a", new FileCheck(Verdict.Fix, [new("SmallCell", "row 3", "A count of 7.")]), "Ana Lyst"),
            new RequestEvent.CheckOverridden("f1", "Staff, not students", "Ap Prover"),
            new RequestEvent.Delivered(["f1"], Appending.Monday + NodaTime.Duration.FromDays(30), null),
            new RequestEvent.Downloaded("f1", 120),
        ];
        foreach (var happened in events)
        {
            var before = (await records.Events.LoadAsync(Records.Id(1), cancel)).ShouldNotBeNull();
            await records.Events.MustAppendAsync(Records.Id(1), before, happened);
        }

        await records.Seals.SealAsync(cancel);
        await records.ShouldBeWholeAsync();
        return records;
    }

    private async Task<string> ExportAsync(Records records)
    {
        var path = Path.Combine(folder, "seals.txt");
        await using var to = File.Create(path);
        foreach (var day in await records.Book.DaysAsync(cancel))
        {
            await using var content = await records.Book.OpenAsync(day, cancel);
            await content!.CopyToAsync(to, cancel);
        }

        return path;
    }

    private async Task<string> ChainAsync(Records records)
    {
        var path = Path.Combine(folder, $"{Records.Id(1)}.ndjson");
        var lines = await records.Events.ChainAsync(Records.Id(1), cancel).Select(entry => JsonSerializer.Serialize(entry, ApiJson.Options)).ToListAsync(cancel);
        await File.WriteAllLinesAsync(path, lines, cancel);
        return path;
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] paths)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Script(), .. paths]) 
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var said = await node.StandardOutput.ReadToEndAsync(cancel) + await node.StandardError.ReadToEndAsync(cancel);
        await node.WaitForExitAsync(cancel);
        return (node.ExitCode, said);
    }

    private static string Script([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Verifier", "verify.mjs"));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
