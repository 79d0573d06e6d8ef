using System.IO.Compression;
using System.Text;
using Core.Release.Tables;
using Service.Deliverables.Comparison;

namespace Service.Tests.Files;

public sealed class FiguresJsonTests
{
    [Fact]
    public void Figures_come_back_as_they_were_kept()
    {
        var hale = Group.Everybody.With("school", "hale");
        Figures[] sheets =
        [
            new(
                [new("students", hale, "row 2", 16, 16, 16, 2, 1), new("suspended", hale, "row 2", null, 0, 9, 2, 2), new("students", Group.Everybody, "row 3", null, 0, null, 3, 1)],
                [new("suspended", hale, "students", hale, "row 2", "25.0 %", 0.2495, 0.2505, 2, 3)],
                [new(2, [0])]),
            Figures.None,
        ];

        var back = FiguresJson.Read(FiguresJson.Write(sheets));

        back.Count.ShouldBe(2);
        back[0].Counts.ShouldBe(sheets[0].Counts);
        back[0].Shares.ShouldBe(sheets[0].Shares);
        back[0].Subtotals.ShouldHaveSingleItem().Parts.ShouldBe([0]);
    }

    [Fact]
    public void What_was_kept_by_an_earlier_version_can_still_be_read()
    {
        // Never to be edited: a record as version 1 wrote it, unpacked.
        const string Kept = """
            {"Version":1,"Sheets":[{"Words":["students","row 2","grade","9"],"Groups":[[2,3]],"Counts":[[0,0,1,-1,0,9,2,1]],"Shares":[],"Bounds":[],"Subtotals":[]}]}
            """;
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(Kept));
        }

        FiguresJson.Read(BinaryData.FromBytes(packed.ToArray())).ShouldHaveSingleItem().Counts
            .ShouldBe([new("students", Group.Everybody.With("grade", "9"), "row 2", null, 0, 9, 2, 1)]);
    }
}
