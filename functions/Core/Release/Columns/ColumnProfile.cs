using System.Numerics;
using static Core.Release.Columns.CellSigns;

namespace Core.Release.Columns;

/// <summary>
/// What a column's cells add up to, kept while its rows pass: a few numbers, however long the column is. The one thing here that
/// grows is <see cref="Ids"/>, and only in files whose student IDs go into the ledger.
/// </summary>
internal sealed class ColumnProfile(int index, string header, BirthDates births, bool keepsIds)
{
    private const int SignCount = 22;
    // Enough to tell a few repeated values from many, and more codes than there are schools.
    private const int Remembered = 1024;
    private const int LongestRemembered = 60;

    private readonly long[] counts = new long[SignCount];
    private readonly int[] firstRows = new int[SignCount];
    private readonly RememberedReadings readings = new();
    private int longTexts;
    private Dictionary<string, int>? ids;
    private long expected = 1;
    private int birthDaysOfMonth;
    private int idLength;
    private long sameLengthIds;

    public int Index { get; } = index;
    public string Header { get; } = header;
    public ColumnKind HeaderKind { get; } = HeaderRules.KindOf(header);

    /// <summary>Cells that are not blank.</summary>
    public long Cells { get; private set; }
    /// <summary>Different values among the first <see cref="Sampled"/> cells; long texts are taken to differ.</summary>
    public int Distinct => readings.Count + longTexts;
    /// <summary>Those of the different values that are short.</summary>
    public IReadOnlyCollection<string> Values => readings.Texts;
    /// <summary>Cells looked at for <see cref="Distinct"/>.</summary>
    public long Sampled { get; private set; }
    /// <summary>Whole numbers that are exactly 1, 2, 3, …: a row number.</summary>
    public bool IsSequence => Cells > 2 && expected == Cells + 1;
    /// <summary>On how many different days of the month the birthday-like dates fall: month ends and school starts fall on few.</summary>
    public int BirthDaysOfMonth => BitOperations.PopCount((uint)birthDaysOfMonth);
    /// <summary>ID-like values as long as the first one.</summary>
    public long SameLengthIds => sameLengthIds;
    /// <summary>The IDs in it, without blanks, each with its first row; empty where the file's students are not recorded or this is no ID column.</summary>
    public IReadOnlyDictionary<string, int> Ids => ids ?? NoIds;
    /// <summary>No IDs.</summary>
    public static IReadOnlyDictionary<string, int> NoIds { get; } = new Dictionary<string, int>();
    /// <summary>Counts smaller than the smallest group.</summary>
    public SmallCounts Small { get; } = new();
    /// <summary>Cells whose text tells something about a student.</summary>
    public TextPlaces Texts { get; } = new();

    public long Count(CellSigns sign) => counts[BitOperations.TrailingZeroCount((int)sign)];
    /// <summary>The row in which it was first seen.</summary>
    public int FirstRow(CellSigns sign) => firstRows[BitOperations.TrailingZeroCount((int)sign)];
    /// <summary>The share of cells that look so, 0 to 1.</summary>
    public double Share(CellSigns sign) => Cells == 0 ? 0 : (double)Count(sign) / Cells;

    /// <summary>Takes a cell that is not blank into account, and says what it looks like.</summary>
    /// <returns>Besides, the number under which the value is remembered, from 1 on: the same text always has the same one; 0 where it is not.</returns>
    public (CellReading Reading, int Number) See(int row, string text)
    {
        Cells++;
        var (cell, number) = Read(text);
        for (var signs = (int)cell.Signs; signs != 0; signs &= signs - 1)
        {
            var sign = BitOperations.TrailingZeroCount(signs);
            if (counts[sign]++ == 0)
                firstRows[sign] = row;
        }
        if (cell.Has(Integer) && cell.Number == expected)
            expected++;
        if (cell.Has(BirthDate))
            birthDaysOfMonth |= 1 << (cell.Date!.Value.Day - 1);
        if (cell.Has(IdLike))
        {
            if (idLength == 0)
                idLength = text.Length;
            if (text.Length == idLength)
                sameLengthIds++;
        }
        if (keepsIds)
            KeepId(row, text, cell);
        return (cell, number);
    }

    /// <summary>Most columns repeat few values, so what was read once is remembered.</summary>
    private (CellReading Reading, int Number) Read(string text)
    {
        var hasRoom = Distinct < Remembered;
        if (hasRoom)
            Sampled++;
        var isLong = text.Length > LongestRemembered;
        if (!isLong && readings.Find(text) is > 0 and var known)
            return (readings[known], known);
        var reading = CellReading.Of(text, births);
        if (hasRoom && isLong)
            longTexts++;
        else if (hasRoom)
            return (reading, readings.Add(text, reading));
        return (reading, 0);
    }

    private void KeepId(int row, string text, CellReading cell)
    {
        var byHeader = HeaderKind is ColumnKind.StudentId or ColumnKind.BareId;
        if (byHeader || (HeaderKind is ColumnKind.Unknown && cell.Has(IdLike)))
            (ids ??= new Dictionary<string, int>(StringComparer.Ordinal)).TryAdd(text.Trim(), row);
        else if (Cells > 50 && ids?.Count < Cells / 2)
            ids = null;
    }
}
