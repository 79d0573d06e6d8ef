using Core.Release;
using Sylvan.Data.Csv;

namespace Service.Files.Delimited;

/// <summary>CSV of any common delimiter and encoding, row by row.</summary>
internal static class DelimitedFile
{
    private const int SampleCharacters = 1 << 16;

    public static IEnumerable<FilePart> Read(Stream file)
    {
        var encoding = TextEncoding.Of(file)
            ?? throw new UnreadableFileException(Sentences.Unreadable("This is not text"));
        using var sampler = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var sample = new char[SampleCharacters];
        var dialect = Dialect.Of(sample.AsSpan(0, sampler.ReadBlock(sample)));

        file.Position = 0;
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        // Excel takes the line "sep=;" for itself and shows the next one as row 1.
        if (dialect.IsDeclared)
            text.ReadLine();
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = dialect.Delimiter,
            Comment = '\0',
            BufferSize = 1 << 16,
            MaxBufferSize = FileLimits.RowCharacters,
            OwnsReader = false,
        });

        yield return new FilePart.Sheet(null);
        while (csv.Read())
        {
            if (csv.RowFieldCount > FileLimits.Columns)
                throw new UnreadableFileException(Sentences.Unreadable("This row has more columns than a spreadsheet", $"row {csv.RowNumber}"));
            var cells = new string[csv.RowFieldCount];
            for (var column = 0; column < cells.Length; column++)
                cells[column] = csv.GetString(column);
            yield return new FilePart.Row(csv.RowNumber, cells);
        }
    }
}
