using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using NodaTime;
using Service.Api.Answers;
using Service.Audit;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Audit;

/// <summary>The independent program of tests/Verifier, run on what the product exports: good, and tampered with.</summary>
public sealed class VerifierTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("seals-").FullName;
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_confirms_what_was_sealed_and_an_older_copy_and_a_chain()
    {
        using var records = await Records.NewAsync(azurite);
        await records.HappenAsync(1, "first");
        await records.Seals.SealAsync(cancel);
        var older = await ExportAsync(records, "older.txt");
        await records.FillAsync();
        var newer = await ExportAsync(records, "newer.txt");
        var chain = await ChainAsync(records, Records.Id(2));
        var (code, said) = await RunAsync(newer, older, chain);
        code.ShouldBe(0, said);
        said.ShouldContain("2 seals, 2026-03-02 to 2026-03-03");
        said.ShouldContain("older.txt: still stands");
        said.ShouldContain($"{Records.Id(2)}: 4 entries, as sealed");
    }

    [Theory]
    [InlineData("chain DR-0000-0000-0002 2 ", "chain DR-0000-0000-0002 1 ", "2026-03-03")]
    [InlineData("day 2026-03-02", "day 2026-03-01", "2026-03-03")]
    [InlineData("end 4", "end 3", "2026-03-02")]
    [InlineData("chain seals 1 ", "chain seal 1 ", null)]
    public async Task It_names_a_seal_that_was_changed(string was, string isNow, string? day)
    {
        using var records = await Records.NewAsync(azurite);
        await records.FillAsync();
        var export = await ExportAsync(records, "seals.txt");
        var good = await File.ReadAllTextAsync(export, cancel);
        var kept = Path.Combine(folder, "kept.txt");
        await File.WriteAllTextAsync(kept, good, cancel);
        good.ShouldContain(was);
        await File.WriteAllTextAsync(export, good.Replace(was, isNow, StringComparison.Ordinal), cancel);
        // The last seal's own hash is in no other seal; a copy kept elsewhere knows it.
        var (code, said) = await RunAsync(export, kept);
        code.ShouldBe(1, said);
        if (day is not null)
        {
            said.ShouldContain(day);
        }
    }

    [Fact]
    public async Task It_names_a_seal_taken_out_and_a_chain_rewritten_since()
    {
        using var records = await Records.NewAsync(azurite);
        await records.FillAsync();
        var export = await ExportAsync(records, "seals.txt");
        await Records.RewriteAsync(records.Storage.Requests, Records.Id(2), 2, payload => payload.Replace("second", "2nd", StringComparison.Ordinal));
        var (code, said) = await RunAsync(export, await ChainAsync(records, Records.Id(2)));
        code.ShouldBe(1, said);
        said.ShouldContain($"{Records.Id(2)}, entry 2");

        var text = await File.ReadAllTextAsync(export, cancel);
        await File.WriteAllTextAsync(export, text[(text.IndexOf("end 4\n", StringComparison.Ordinal) + 6)..], cancel);
        (code, said) = await RunAsync(export);
        code.ShouldBe(1, said);
        said.ShouldContain("does not name the seal before it");
    }

    /// <summary>What somebody may do to an export: the last seal or half of it gone, entries of a chain cut off, left out, put in, changed or put in another order.</summary>
    [Theory]
    [InlineData("the newest seal is gone", "does not begin with")]
    [InlineData("half of the newest seal is gone", "has no")]
    [InlineData("the newest sealed entry is gone", "entry 3: the entry is missing; 3 were sealed")]
    [InlineData("all but the first entry are gone", "entry 2: the entry is missing")]
    [InlineData("an entry within is gone", "entry 2: the entry is missing")]
    [InlineData("an entry is there twice", "entry 3: the entry is missing")]
    [InlineData("two entries changed places", "entry 2: the entry is missing")]
    [InlineData("an entry was changed", "entry 2: it, or the one before it, was changed")]
    public async Task It_names_every_sort_of_tampering(string what, string says)
    {
        using var records = await Records.NewAsync(azurite);
        await records.FillAsync();
        var export = await ExportAsync(records, "seals.txt");
        var kept = Path.Combine(folder, "kept.txt");
        File.Copy(export, kept);
        var chain = await ChainAsync(records, Records.Id(2));
        var (seals, lines) = (await File.ReadAllTextAsync(export, cancel), await File.ReadAllLinesAsync(chain, cancel));
        var newest = seals.LastIndexOf("seal 1\n", StringComparison.Ordinal);
        newest.ShouldBeGreaterThan(0);
        lines.Length.ShouldBe(4);
        (seals, lines) = what switch
        {
            "the newest seal is gone" => (seals[..newest], lines),
            "half of the newest seal is gone" => (seals[..(newest + ((seals.Length - newest) / 2))], lines),
            "the newest sealed entry is gone" => (seals, lines[..2]),
            "all but the first entry are gone" => (seals, lines[..1]),
            "an entry within is gone" => (seals, [lines[0], .. lines[2..]]),
            "an entry is there twice" => (seals, [lines[0], lines[1], lines[1], .. lines[2..]]),
            "two entries changed places" => (seals, [lines[0], lines[2], lines[1], lines[3]]),
            _ => (seals, [lines[0], lines[1].Replace("second", "2nd", StringComparison.Ordinal), .. lines[2..]]),
        };
        await File.WriteAllTextAsync(export, seals, cancel);
        await File.WriteAllLinesAsync(chain, lines, cancel);
        var (code, said) = await RunAsync(export, kept, chain);
        code.ShouldBe(1, said);
        said.ShouldContain(says);
    }

    private async Task<string> ExportAsync(Records records, string name)
    {
        var path = Path.Combine(folder, name);
        await using var to = File.Create(path);
        foreach (var day in await records.Book.DaysAsync(cancel))
        {
            await using var content = await records.Book.OpenAsync(day, cancel);
            await content!.CopyToAsync(to, cancel);
        }

        return path;
    }

    private async Task<string> ChainAsync(Records records, string chain)
    {
        var path = Path.Combine(folder, $"{chain}.ndjson");
        var lines = await records.Events.ChainAsync(chain, cancel).Select(entry => JsonSerializer.Serialize(entry, ApiJson.Options)).ToListAsync(cancel);
        await File.WriteAllLinesAsync(path, lines, cancel);
        return path;
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] paths)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Script(), .. paths])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
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
