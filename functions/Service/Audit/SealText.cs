using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Service.Storage.Events;

namespace Service.Audit;

/// <summary>The beginning of a seal.</summary>
/// <param name="Day">The office's date on which it was taken.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Former">SHA-256 of the seal before it; zeros for the first.</param>
internal sealed record SealTitle(LocalDate Day, Instant TakenAt, string Former);

/// <summary>
/// A seal as text, so that any program can check it and anybody can read it. Its hash is the SHA-256 of its bytes:
/// <code>
/// seal 1
/// day 2026-03-03
/// taken 2026-03-03T05:00:00Z
/// former 9f86d081…
/// chain DR-7K3M-9QXA-2B4C 12 2c26b46b…      one line a chain, in ordinal order: its name, entries, hash of the last
/// broken DR-7K3M-9QXA-2B4C 9 was rewritten  only where sealing found that what was sealed before had been changed
/// end 1                                     how many chains
/// </code>
/// </summary>
internal static class SealText
{
    public const string FirstLine = "seal 1";

    public static string Title(SealTitle title) =>
        $"{FirstLine}\nday {LocalDatePattern.Iso.Format(title.Day)}\ntaken {InstantPattern.General.Format(title.TakenAt)}\nformer {title.Former}\n";

    public static string Line(ChainHead head) =>
        string.Create(CultureInfo.InvariantCulture, $"chain {head.Chain} {head.Sequence} {head.Hash}\n");

    public static string Line(BrokenEntry broken) =>
        string.Create(CultureInfo.InvariantCulture, $"broken {broken.Chain} {broken.Sequence} {broken.Problem.ReplaceLineEndings(" ")}\n");

    public static string End(int chains) => string.Create(CultureInfo.InvariantCulture, $"end {chains}\n");

    /// <summary>The beginning; null where this is no seal.</summary>
    public static async Task<SealTitle?> ReadTitleAsync(StreamReader text, CancellationToken cancel)
    {
        if (await text.ReadLineAsync(cancel) != FirstLine
            || Value(await text.ReadLineAsync(cancel), "day ") is not { } day || LocalDatePattern.Iso.Parse(day) is not { Success: true, Value: var date }
            || Value(await text.ReadLineAsync(cancel), "taken ") is not { } taken || InstantPattern.General.Parse(taken) is not { Success: true, Value: var at }
            || Value(await text.ReadLineAsync(cancel), "former ") is not { Length: 64 } former)
        {
            return null;
        }

        return new(date, at, former);
    }

    /// <summary>What follows the beginning: heads and broken places as they stand; a line that is neither ends it.</summary>
    public static async IAsyncEnumerable<(ChainHead? Head, BrokenEntry? Broken)> ReadLinesAsync(
        StreamReader text, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await text.ReadLineAsync(cancel) is { } line)
        {
            if (Value(line, "chain ")?.Split(' ') is [var chain, var sequence, var hash] && TryNumber(sequence, out var number))
            {
                yield return (new(chain, number, hash), null);
            }
            else if (Value(line, "broken ")?.Split(' ', 3) is [var broken, var at, var problem] && TryNumber(at, out var place))
            {
                yield return (null, new(broken, place, problem));
            }
            else
            {
                yield break;
            }
        }
    }

    public static StreamReader Reader(Stream content) => new(content, new UTF8Encoding(false, throwOnInvalidBytes: true));

    private static string? Value(string? line, string name) =>
        line?.StartsWith(name, StringComparison.Ordinal) == true ? line[name.Length..] : null;

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
