using System.IO.Compression;
using Core.Release;

namespace Service.Files.Workbooks;

/// <summary>Looks at a workbook as an archive before anything parses it: whether it is one, and whether it unpacks to a sane size.</summary>
internal static class Package
{
    /// <summary>Why it is not to be opened; null where it may be. Sizes are measured by unpacking, since an archive can lie about them.</summary>
    public static Finding? Objection(Stream file, FileLimits limits)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (archive.Entries.Count > FileLimits.Parts)
            return Sentences.Unreadable("The workbook consists of far too many parts");
        if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return Sentences.Macros();
        if (names.Contains("xl/workbook.bin"))
            return Sentences.Unreadable("This is a binary Excel workbook");
        if (names.Contains("EncryptedPackage") || archive.Entries.Any(entry => entry.IsEncrypted))
            return Sentences.Unreadable("This workbook has a password");
        if (!names.Contains("[Content_Types].xml") || !names.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            return Sentences.Unreadable("This is an archive, not an Excel workbook");
        return IsBomb(archive, limits) ? Sentences.Unreadable("This workbook unpacks to an enormous size") : null;
    }

    private static bool IsBomb(ZipArchive archive, FileLimits limits)
    {
        var buffer = new byte[1 << 16];
        long all = 0;
        foreach (var entry in archive.Entries)
        {
            if (entry.Length > limits.UnpackedBytes)
                return true;
            using var part = entry.Open();
            long size = 0;
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                size += read;
                all += read;
                if (all > limits.UnpackedBytes || (size > FileLimits.SmallPart && size > entry.CompressedLength * limits.Ratio))
                    return true;
            }
        }
        return false;
    }
}
