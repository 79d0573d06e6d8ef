using Core.Release;
using Service.Files.Delimited;
using Service.Files.Workbooks;

namespace Service.Files;

/// <summary>Finds the reader for a file. The content has to be what the name says: the receiver's programs go by the name.</summary>
internal static class FileFormats
{
    private static readonly HashSet<string> Text = new(StringComparer.OrdinalIgnoreCase) { ".csv", ".tsv", ".tab", ".txt" };
    private static readonly HashSet<string> Macros = new(StringComparer.OrdinalIgnoreCase) { ".xlsm", ".xltm", ".xlam" };

    /// <summary>What people send besides tables, with the bytes it starts with. None of these kinds can carry a program by its rules.</summary>
    private static readonly Dictionary<string, (string Kind, byte[] Start)> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("a PDF", [.. "%PDF"u8]),
        [".docx"] = ("a Word document", [.. "PK\u0003\u0004"u8]),
        [".png"] = ("a picture", [0x89, 0x50, 0x4E, 0x47]),
        [".jpg"] = ("a picture", [0xFF, 0xD8, 0xFF]),
        [".jpeg"] = ("a picture", [0xFF, 0xD8, 0xFF]),
    };

    /// <summary>The file's parts, read as they are asked for.</summary>
    public static IEnumerable<FilePart> Read(Stream file, string fileName, FileLimits limits) => Parts(file, fileName, limits).Select(PlainCharacters.Of);

    private static IEnumerable<FilePart> Parts(Stream file, string fileName, FileLimits limits)
    {
        var extension = Path.GetExtension(fileName);
        if (Macros.Contains(extension))
            return [new FilePart.Noticed(Sentences.Macros())];
        if (file.Length == 0)
            return [];

        var start = Start(file);
        if (Text.Contains(extension))
            return Disguise(start) is { } what ? [Unreadable($"The name ends in {extension}, but this is {what}")] : DelimitedFile.Read(file);
        if (extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
            return IsZip(start) ? Workbook.Read(file, limits) : [Unreadable(NotAWorkbook(start))];
        if (Documents.TryGetValue(extension, out var document) && start.AsSpan().StartsWith(document.Start))
            return [new FilePart.Noticed(Sentences.OtherFormat(document.Kind))];
        return [Unreadable(extension.Length is 0 or > 10 ? "The file's type is unknown" : $"Files of type {extension} cannot be read")];
    }

    private static string NotAWorkbook(byte[] start) => IsCompound(start)
        ? "This workbook has a password or is in the old Excel format"
        : "The name ends in .xlsx, but this is no Excel workbook";

    /// <summary>What a file named as text really is; null where it may well be text.</summary>
    private static string? Disguise(byte[] start) =>
        IsZip(start) ? "a workbook or an archive"
        : IsCompound(start) ? "an old Excel workbook"
        : start.AsSpan().StartsWith("%PDF"u8) ? "a PDF"
        : FirstCharacter(start) switch
        {
            '<' => "a web page or XML",
            '{' or '[' => "JSON",
            _ => null,
        };

    private static bool IsZip(byte[] start) => start.AsSpan().StartsWith("PK\u0003\u0004"u8) || start.AsSpan().StartsWith("PK\u0005\u0006"u8);

    // Compound files: old Excel workbooks, and new ones that are encrypted.
    private static bool IsCompound(byte[] start) => start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    private static char FirstCharacter(byte[] start)
    {
        var text = start.AsSpan();
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            text = text[3..];
        var at = text.IndexOfAnyExcept(" \t\r\n"u8);
        return at < 0 ? ' ' : (char)text[at];
    }

    private static byte[] Start(Stream file)
    {
        var start = new byte[Math.Min(file.Length, 512)];
        file.Position = 0;
        file.ReadExactly(start);
        file.Position = 0;
        return start;
    }

    private static FilePart.Noticed Unreadable(string why) => new(Sentences.Unreadable(why));
}
