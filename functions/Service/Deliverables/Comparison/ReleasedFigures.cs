using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Core.Release.Tables;

namespace Service.Deliverables.Comparison;

/// <summary>
/// The counts and shares of every aggregate that was released or is about to be: what a later one is compared with. No student is in them.
/// </summary>
internal sealed class ReleasedFigures(TableServiceClient tables, BlobServiceClient blobs) : ReleaseRecord<Figures>(tables, blobs, Name)
{
    public const string Name = "released";

    protected override BinaryData Write(IReadOnlyList<Figures> sheets) => FiguresJson.Write(sheets);

    protected override IReadOnlyList<Figures> Read(BinaryData stored) => FiguresJson.Read(stored);

    protected override IEnumerable<string?> YearsOf(Figures sheet) =>
        sheet.Counts.Select(one => one.Group).Concat(sheet.Shares.Select(one => one.Group)).Select(group => group.By.GetValueOrDefault(Group.Year));
}
