using System.IO.Compression;
using System.Text;
using Core.Release.Rows;
using Core.Release.Tables;
using Service.Deliverables.Comparison;

namespace Service.Tests.Deliverables;

/// <summary>What was released is compared for ever, so its stored form can always be read.</summary>
public sealed class ReleasedRowsRecordTests
{
    private const string Stored = """
        {"Version":1,"Tables":[{"Sheet":null,"Covered":["school year","2025"],
        "Keys":[{"Dimension":"grade","Header":"Grade","Values":["K-5","6-8"]},{"Dimension":"gender","Header":"Sex","Values":["F"]}],
        "Values":[1,1,2,1],"Students":[12,15],
        "Codes":[{"Header":"Study ID","Numbers":[3,18446744073709551615],"Groups":[0,1],"IsAll":true}],"IsCutOff":false}]}
        """;

    [Fact]
    public void A_record_stored_earlier_is_read()
    {
        var table = RowTablesJson.Read(Packed(Stored)).ShouldHaveSingleItem();
        table.Covered.ShouldBe(Group.Everybody.With(Group.Year, "2025"));
        table.Keys.Select(key => (key.Dimension, key.Header, string.Join(' ', key.Values))).ShouldBe([("grade", "Grade", "K-5 6-8"), ("gender", "Sex", "F")]);
        (table.Groups, table.Value(1, 0), table.Students[1]).ShouldBe((2, 2, 15));
        table.Codes.ShouldHaveSingleItem().Numbers.ShouldBe([3ul, ulong.MaxValue]);
        table.IsCutOff.ShouldBeFalse();
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var tables = RowTablesJson.Read(Packed(Stored));
        Json(RowTablesJson.Write(RowTablesJson.Read(RowTablesJson.Write([.. tables, tables[0] with { Sheet = "Second", IsCutOff = true }]))))
            .ShouldContain("\"Sheet\":\"Second\"");
        Json(RowTablesJson.Write(tables)).ShouldBe(Stored.ReplaceLineEndings(""));
    }

    private static BinaryData Packed(string json)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(Encoding.UTF8.GetBytes(json));
        }

        return BinaryData.FromBytes(bytes.ToArray());
    }

    private static string Json(BinaryData stored)
    {
        using var unpacked = new StreamReader(new GZipStream(stored.ToStream(), CompressionMode.Decompress));
        return unpacked.ReadToEnd();
    }
}
