using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Core.Release.Rows;
using Core.Release.Tables;

namespace Service.Deliverables.Comparison;

/// <summary>
/// The groups of every table of student rows without names that was released or is about to be: what a later one is compared with. The
/// rows are not in it, nor the codes as they are written. Apart from the figures of aggregates, which are compared among themselves.
/// </summary>
internal sealed class ReleasedRows(TableServiceClient tables, BlobServiceClient blobs) : ReleaseRecord<RowTable>(tables, blobs, Name)
{
    public const string Name = "releasedrows";
    private const int MostRememberedOfOne = 20_000;

    protected override BinaryData Write(IReadOnlyList<RowTable> sheets) => RowTablesJson.Write(sheets);

    protected override IReadOnlyList<RowTable> Read(BinaryData stored) => RowTablesJson.Read(stored);

    protected override bool IsSmall(IReadOnlyList<RowTable> sheets) =>
        sheets.Sum(sheet => (long)sheet.Values.Count + sheet.Codes.Sum(codes => codes.Numbers.Count)) <= MostRememberedOfOne;

    // A column of school years tells more exactly than the request which years these are.
    protected override IEnumerable<string?> YearsOf(RowTable sheet) => sheet.Keys.FirstOrDefault(key => key.Dimension == Group.Year) is { } years
        ? years.Values.Select(Coverage.YearOf)
        : [sheet.Covered.By.GetValueOrDefault(Group.Year)];
}
