using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Core.Disclosure;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Service.Audit;
using Service.Disclosures;
using Service.Tests.Audit;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Disclosures;

public sealed class DisclosureLedgerTests(AzuriteFixture azurite)
{
    private static readonly Instant Then = Instant.FromUtc(2026, 3, 2, 14, 0);
    private static readonly IDataProtectionProvider Protection = new EphemeralDataProtectionProvider();

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private readonly string storage = azurite.NewStorage();

    [Fact]
    public async Task A_roster_makes_one_entry_a_student_and_each_is_found_again()
    {
        var students = Enumerable.Range(400_000, 400).Select(number => number.ToString()).ToList();
        var entries = students.ConvertAll(student => Entry(student));
        await Ledger().WriteAsync(entries, cancel);

        // Another process has no key in memory and reads it from storage.
        var other = Ledger();
        (await other.AllAsync(Then, Then + Duration.FromSeconds(1), cancel).CountAsync(cancel)).ShouldBe(400);
        (await other.AboutStudentAsync(students[17], cancel)).ShouldBe([entries[17]]);
        (await other.AboutStudentAsync("999999", cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Writing_again_changes_nothing()
    {
        var ledger = Ledger();
        LedgerEntry[] entries = [Entry("482915"), Entry("593027"), Entry("482915"), Entry(" 0482915 "), Entry(null)];
        await ledger.WriteAsync(entries, cancel);
        await ledger.WriteAsync(entries, cancel);
        (await ledger.AllAsync(Then, Then + Duration.FromSeconds(1), cancel).CountAsync(cancel)).ShouldBe(3);
    }

    [Fact]
    public async Task A_students_entries_come_in_order_of_time_however_the_ID_is_spelled()
    {
        var ledger = Ledger();
        var later = Entry("a482915") with { At = Then + Duration.FromDays(1), Kind = LedgerKind.Disclosure, Reference = "file/2" };
        var same = later with { Reference = "file#1" };
        await ledger.WriteAsync([later, Entry("A482915"), same], cancel);
        (await ledger.AboutStudentAsync("A482915 ", cancel)).Select(entry => (entry.At, entry.Reference))
            .ShouldBe([(Then, ""), (Then + Duration.FromDays(1), "file#1"), (Then + Duration.FromDays(1), "file/2")]);
    }

    [Fact]
    public async Task A_range_of_time_holds_its_start_but_not_its_end()
    {
        var ledger = Ledger();
        var hour = Duration.FromHours(1);
        await ledger.WriteAsync([Entry("1"), Entry("2") with { At = Then + hour }, Entry("3") with { At = Then + hour + hour }], cancel);
        (await ledger.AllAsync(Then, Then + hour + hour, cancel).Select(entry => entry.StudentId).ToListAsync(cancel)).ShouldBe(["1", "2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Unknown_students_make_an_entry_too()
    {
        var ledger = Ledger();
        await ledger.WriteAsync([Entry(null)], cancel);
        (await ledger.AllAsync(Then, Then + Duration.FromSeconds(1), cancel).SingleAsync(cancel)).ShouldBe(Entry(null));
    }

    [Fact]
    public async Task No_student_ID_is_readable_in_storage()
    {
        await Ledger().WriteAsync([Entry("482915")], cancel);
        var row = await new TableClient(storage, "disclosures").QueryAsync<TableEntity>(cancellationToken: cancel).SingleAsync(cancel);
        string.Join(' ', row.Select(property => property.Value)).ShouldNotContain("482915");
        var key = await new BlobClient(storage, "keys", "student-lookup").DownloadContentAsync(cancel);
        key.Value.Content.ToArray().Length.ShouldBeGreaterThan(32);
    }

    /// <summary>Whichever write fails, for as long as it does: nothing is released, and trying again makes it whole without entries twice.</summary>
    [Theory]
    [InlineData("audit")]
    [InlineData("$batch")]
    [InlineData("disclosures(")]
    public async Task Where_it_cannot_be_written_it_throws_and_written_again_it_is_whole(string where)
    {
        using var records = await Records.NewAsync(azurite);
        LedgerEntry[] entries = [Entry("482915"), Entry("593027"), Entry(null)];
        await records.Ledger.WriteAsync([Entry("1")], cancel);
        records.Storage.Faults.Always(Fault.Unavailable, request => request.Method != HttpMethod.Get && request.RequestUri!.AbsolutePath.Contains(where, StringComparison.Ordinal));
        await Should.ThrowAsync<Exception>(() => records.Ledger.WriteAsync(entries, cancel));
        records.Storage.Faults.Stop();

        await records.Ledger.WriteAsync(entries, cancel);
        (await records.Ledger.AllAsync(Then, Then + Duration.FromSeconds(1), cancel).CountAsync(cancel)).ShouldBe(4);
        (await records.Ledger.AboutStudentAsync("593027", cancel)).ShouldBe([entries[1]]);
        await records.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task What_a_crash_left_uncopied_is_copied_later()
    {
        using var records = await Records.NewAsync(azurite);
        records.Storage.Faults.Always(Fault.Unavailable, request => request.RequestUri!.AbsolutePath.Contains("disclosures(", StringComparison.Ordinal));
        await Should.ThrowAsync<Exception>(() => records.Ledger.WriteAsync([Entry("482915")], cancel));
        records.Storage.Faults.Stop();
        (await records.Ledger.AboutStudentAsync("482915", cancel)).ShouldBeEmpty();

        await records.Ledger.SettleAsync(cancel);
        (await records.Ledger.AboutStudentAsync("482915", cancel)).ShouldBe([Entry("482915")]);
        await records.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_period_is_found_without_looking_at_the_others()
    {
        using var records = await Records.NewAsync(azurite);
        foreach (var month in Enumerable.Range(0, 12))
        {
            await records.Ledger.WriteAsync([Entry("1") with { At = Then + Duration.FromDays(31 * month) }], cancel);
        }

        var before = records.Storage.Faults.Count;
        (await records.Ledger.AllAsync(Then, Then + Duration.FromDays(1), cancel).CountAsync(cancel)).ShouldBe(1);
        // The list of months, the one month, and the key that opens student IDs.
        (records.Storage.Faults.Count - before).ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task All_about_one_student_is_one_range_query_however_much_there_is()
    {
        using var records = await Records.NewAsync(azurite);
        await records.Ledger.WriteAsync([.. Enumerable.Range(1, 200).Select(number => Entry($"{number}"))], cancel);
        await records.Ledger.AboutStudentAsync("17", cancel);
        var before = records.Storage.Faults.Count;
        (await records.Ledger.AboutStudentAsync("17", cancel)).Count.ShouldBe(1);
        (records.Storage.Faults.Count - before).ShouldBe(1);
    }

    /// <summary>More than storage gives in one answer: the one query goes on page by page, in order, and nothing is missing.</summary>
    [Fact]
    public async Task A_student_with_thousands_of_entries_is_still_one_range_query()
    {
        using var records = await Records.NewAsync(azurite);
        var entries = Enumerable.Range(0, 2_300)
            .Select(number => Entry("482915") with { At = Then + Duration.FromMinutes(number), Reference = $"{number}" }).ToList();
        await records.Ledger.WriteAsync([.. entries, Entry("593027")], cancel);
        var before = records.Storage.Faults.Count;
        (await records.Ledger.AboutStudentAsync("482915", cancel)).ShouldBe(entries);
        // 1,000 rows an answer, and the first of a process reads the key.
        (records.Storage.Faults.Count - before).ShouldBeLessThanOrEqualTo(4);

        // A period is read as it comes: the first entries cost one answer however many there are.
        before = records.Storage.Faults.Count;
        (await records.Ledger.AllAsync(Then, Then + Duration.FromDays(9), cancel).Take(10).CountAsync(cancel)).ShouldBe(10);
        (records.Storage.Faults.Count - before).ShouldBeLessThanOrEqualTo(2);
        (await records.Ledger.AllAsync(Then, Then + Duration.FromDays(9), cancel).CountAsync(cancel)).ShouldBe(2_301);
    }

    private DisclosureLedger Ledger()
    {
        var tables = new TableServiceClient(storage);
        return new(tables, new StudentLookup(new BlobServiceClient(storage), Protection), new ChainLog(tables));
    }

    private static LedgerEntry Entry(string? student) => new()
    {
        StudentId = student,
        Kind = LedgerKind.Request,
        At = Then,
        RequestId = "DR-2026-0001",
        Receiver = "Robin Example",
        Organization = "Example Youth Center",
        ReceiverKind = Core.Routing.RequesterKind.CommunityPartner,
        LegitimateInterest = "Tutoring",
        FurtherParties = "The program team",
        Ground = "Family consent (34 CFR 99.30)",
        What = "attendance rate; 2024-25",
    };
}
