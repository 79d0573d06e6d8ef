using Core.Release;
using Microsoft.Extensions.Logging;
using Sylvan.Data.Csv;

namespace Service.Files;

/// <summary>
/// Turns whatever a reader throws into a finding. The readers' libraries throw dozens of types on broken or hostile files; all
/// of them mean that the rest cannot be checked, so it must not leave.
/// </summary>
internal static partial class Guarded
{
    public static IEnumerable<FilePart> Read(Func<IEnumerable<FilePart>> open, ILogger log, CancellationToken cancel)
    {
        IEnumerator<FilePart>? parts = null;
        try
        {
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
                FilePart? part;
                try
                {
                    parts ??= open().GetEnumerator();
                    part = parts.MoveNext() ? parts.Current : null;
                }
                catch (Exception broken) when (broken is not (OperationCanceledException or OutOfMemoryException))
                {
                    Log.Unreadable(log, broken.GetType().Name);
                    part = new FilePart.Noticed(Finding(broken));
                    parts = Enumerable.Empty<FilePart>().GetEnumerator();
                }
                if (part is null)
                    yield break;
                yield return part;
            }
        }
        finally
        {
            parts?.Dispose();
        }
    }

    private static Finding Finding(Exception broken) => broken switch
    {
        UnreadableFileException known => known.Finding,
        CsvRecordTooLargeException row => Sentences.Unreadable("This row is far too long for a table", $"row {row.RowNumber}"),
        CsvFormatException row => Sentences.Unreadable("The quotation marks in this row are wrong", $"row {row.RowNumber}"),
        _ => Sentences.Unreadable("The file is damaged"),
    };

    private static partial class Log
    {
        // The type alone: messages of parsers quote the file.
        [LoggerMessage(Level = LogLevel.Warning, Message = "A file cannot be read: {Error}")]
        public static partial void Unreadable(ILogger log, string error);
    }
}

/// <summary>Leaves a reader with the finding that says why; never leaves this room.</summary>
internal sealed class UnreadableFileException(Finding finding) : Exception(finding.Text)
{
    public Finding Finding { get; } = finding;
}
