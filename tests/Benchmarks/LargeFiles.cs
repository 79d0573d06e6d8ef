using System.Diagnostics;
using System.Globalization;
using Core.Release;
using Core.Routing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;
using Service.Files;

namespace Benchmarks;

/// <summary>The gate over a large file beside merely reading it: time and the most memory in use, so that both can be compared within one run.</summary>
internal static class LargeFiles
{
    private static readonly string[] Schools = [.. Enumerable.Range(1, 120).Select(number => $"School {number}")];
    private static readonly string[] Races = ["Asian", "Black", "Latinx", "White", "Other"];
    private static readonly string[] Remarks = ["Came late twice in the fall and had help since", "No change since the last meeting about it", "See the plan of the team for the spring"];

    /// <param name="Reading">Seconds to read every cell.</param>
    /// <param name="Checking">Seconds to check the file.</param>
    /// <param name="ReadingBytes">The most memory in use meanwhile, beyond what was in use before.</param>
    /// <param name="CheckingBytes">The same while checking.</param>
    public sealed record Measured(double Reading, double Checking, long ReadingBytes, long CheckingBytes);

    /// <param name="extension">Of the kind of file.</param>
    /// <param name="rows">Rows of it.</param>
    /// <param name="withText">With a sentence in every row that no other row has.</param>
    /// <param name="level">What the file is checked for.</param>
    /// <param name="times">How often each is measured; the shortest time counts, since whatever else runs only makes it longer.</param>
    public static Measured Measure(string extension, int rows, bool withText, DataLevel level, int times)
    {
        // What runs for the first time is compiled meanwhile, which is not to be measured, in either of the two.
        Measure(extension, Math.Min(rows, 20_000), withText, level, times: 10, new(0, 0, 0, 0));
        return Measure(extension, rows, withText, level, times, new(double.MaxValue, double.MaxValue, 0, 0));
    }

    private static Measured Measure(string extension, int rows, bool withText, DataLevel level, int times, Measured measured)
    {
        var approved = new ApprovedData(level, [], 10);
        var path = Path.Combine(Path.GetTempPath(), $"large-{Guid.NewGuid():N}{extension}");
        try
        {
            Write(path, rows, withText);
            for (var time = 0; time < times; time++)
            {
                var (reading, readingBytes) = Watched(path, file =>
                {
                    foreach (var _ in FileFormats.Read(file, path, FileLimits.Standard))
                    {
                    }
                });
                var (checking, checkingBytes) = Watched(path, file => ReleaseGate.Check(
                    approved, new LocalDate(2026, 3, 2), ReadAhead.Of(() => FileFormats.Read(file, path, FileLimits.Standard), CancellationToken.None)));
                measured = new(
                    Math.Min(reading, measured.Reading), Math.Min(checking, measured.Checking),
                    Math.Max(readingBytes, measured.ReadingBytes), Math.Max(checkingBytes, measured.CheckingBytes));
            }

            return measured;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (double Seconds, long Bytes) Watched(string path, Action<Stream> act)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (before, most, done) = (GC.GetTotalMemory(forceFullCollection: true), 0L, false);
        var watcher = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Sleep(10);
            }
        });
        watcher.Start();
        using var file = File.OpenRead(path);
        var watch = Stopwatch.StartNew();
        act(file);
        var seconds = watch.Elapsed.TotalSeconds;
        Volatile.Write(ref done, true);
        watcher.Join();
        return (seconds, Math.Max(0, most - before));
    }

    private static IEnumerable<string[]> Rows(int count, bool withText)
    {
        var random = new Random(11);
        yield return ["study code", "school", "grade", "race", "days absent", "attendance rate", .. withText ? (string[])["remark"] : []];
        for (var row = 0; row < count; row++)
        {
            yield return
            [
                $"S{random.Next(1_000_000_000):X8}", Schools[random.Next(Schools.Length)], $"{random.Next(1, 13)}", Races[random.Next(Races.Length)],
                $"{random.Next(0, 40)}", string.Create(CultureInfo.InvariantCulture, $"{random.Next(600, 1000) / 10.0:F1}"),
                .. withText ? (string[])[$"{Remarks[random.Next(Remarks.Length)]} {Word(row)}"] : [],
            ];
        }
    }

    /// <summary>A word of its own for every row, so that no text is met twice.</summary>
    private static string Word(int row) => string.Concat(Enumerable.Range(0, 5).Select(at => (char)('a' + (row / (int)Math.Pow(26, at) % 26))));

    private static void Write(string path, int rows, bool withText)
    {
        if (path.EndsWith(".csv", StringComparison.Ordinal))
        {
            File.WriteAllLines(path, Rows(rows, withText).Select(cells => string.Join(',', cells)));
            return;
        }

        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            foreach (var cells in Rows(rows, withText))
            {
                writer.WriteStartElement(new Row());
                foreach (var cell in cells)
                {
                    writer.WriteElement(double.TryParse(cell, CultureInfo.InvariantCulture, out var number)
                        ? new Cell { CellValue = new(number) }
                        : new Cell { DataType = CellValues.InlineString, InlineString = new(new Text(cell)) });
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new(new Sheets(new Sheet { Name = "Sheet1", SheetId = 1, Id = book.GetIdOfPart(part) }));
    }
}
