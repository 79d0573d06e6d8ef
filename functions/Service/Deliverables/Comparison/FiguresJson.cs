using System.IO.Compression;
using System.Text.Json;
using Core.Release.Tables;

namespace Service.Deliverables.Comparison;

/// <summary>
/// The compact form in which released figures are kept: measures and groups once each, figures as short rows, all of it compressed. Fields may
/// be added, never renamed: what was released is compared for ever.
/// </summary>
internal static class FiguresJson
{
    private sealed record Stored(int Version, List<StoredSheet> Sheets);

    /// <param name="Words">Every text, once.</param>
    /// <param name="Groups">Groups as pairs of dimension and category.</param>
    /// <param name="Counts">Measure, group, place, value (-1 where hidden), low, high (-1 where open), row, column.</param>
    /// <param name="Shares">Measure, group, base, its group, place, as shown, row, column; the bounds are in <paramref name="Bounds"/>.</param>
    /// <param name="Bounds">Low and high of each share.</param>
    /// <param name="Subtotals">The whole, then its parts.</param>
    private sealed record StoredSheet(List<string> Words, List<int[]> Groups, List<long[]> Counts, List<int[]> Shares, List<double> Bounds, List<int[]> Subtotals);

    public static BinaryData Write(IReadOnlyList<Figures> sheets)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(packed, new Stored(1, [.. sheets.Select(Write)]));
        }

        return BinaryData.FromBytes(bytes.ToArray());
    }

    public static IReadOnlyList<Figures> Read(BinaryData stored)
    {
        using var unpacked = new GZipStream(stored.ToStream(), CompressionMode.Decompress);
        return [.. JsonSerializer.Deserialize<Stored>(unpacked)!.Sheets.Select(Read)];
    }

    private static StoredSheet Write(Figures sheet)
    {
        var (words, groups) = (new Once<string>(), new Once<Group>());
        var counts = sheet.Counts.Select(one => new[]
        {
            words.Of(one.Measure), groups.Of(one.Group), words.Of(one.Place), one.Value ?? -1, one.Low, one.High ?? -1, one.Row, one.Column,
        }).ToList();
        var shares = sheet.Shares.Select(one => new[]
        {
            words.Of(one.Measure), groups.Of(one.Group), words.Of(one.Base), groups.Of(one.BaseGroup), words.Of(one.Place), words.Of(one.Shown), one.Row, one.Column,
        }).ToList();
        var pairs = groups.All.ConvertAll(group => group.By.SelectMany(one => new[] { words.Of(one.Key), words.Of(one.Value) }).ToArray());
        return new(
            words.All, pairs, counts, shares, [.. sheet.Shares.SelectMany(one => new[] { one.Low, one.High })],
            [.. sheet.Subtotals.Select(one => (int[])[one.Whole, .. one.Parts])]);
    }

    private static Figures Read(StoredSheet sheet)
    {
        var words = sheet.Words;
        var groups = sheet.Groups.ConvertAll(pairs => Group.Of(pairs.Chunk(2).Select(pair => KeyValuePair.Create(words[pair[0]], words[pair[1]]))));
        return new(
            sheet.Counts.ConvertAll(one => new Figure(
                words[(int)one[0]], groups[(int)one[1]], words[(int)one[2]], one[3] < 0 ? null : one[3], one[4], one[5] < 0 ? null : one[5], (int)one[6], (int)one[7])),
            [.. sheet.Shares.Select((one, at) => new Share(
                words[one[0]], groups[one[1]], words[one[2]], groups[one[3]], words[one[4]], words[one[5]],
                sheet.Bounds[2 * at], sheet.Bounds[(2 * at) + 1], one[6], one[7]))],
            sheet.Subtotals.ConvertAll(one => new Subtotal(one[0], one[1..])));
    }

    /// <summary>Numbers things as they come, each once.</summary>
    private sealed class Once<T> where T : notnull
    {
        private readonly Dictionary<T, int> index = [];

        public List<T> All { get; } = [];

        public int Of(T one)
        {
            if (!index.TryGetValue(one, out var at))
            {
                index.Add(one, at = All.Count);
                All.Add(one);
            }

            return at;
        }
    }
}
