using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Local;
using Local.Backup;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Backup;

/// <summary>A backup restored elsewhere is the same office: the same requests, links, files and chains.</summary>
public sealed class BackupTests(AzuriteFixture azurite, AppFixture app) : IClassFixture<AppFixture>, IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("backup").FullName, "taken");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public async Task A_request_its_link_and_its_file_are_there_after_a_restore_into_another_storage()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        await one.DeliverAsync(analyst, "ferry.csv", "ferry riders\n40\n");
        var before = await one.NowAsync();
        (await RunAsync("--backup", app.Storage)).ShouldBe(0);

        var elsewhere = azurite.NewStorage();
        (await RunAsync("--restore", elsewhere)).ShouldBe(0);
        await using var restored = new AppFixture(azurite) { Storage = elsewhere };
        await restored.RestartAsync();
        using var requester = restored.WithToken(one.Submitted.String("accessToken"));
        var after = (await requester.FetchAsync(one.Path)).ShouldBe(HttpStatusCode.OK);
        after.Text.ShouldBe(before.Text);
        var file = before["deliverables"][0].GetProperty("id").GetString();
        (await requester.FetchAsync($"{one.Path}/deliverables/{file}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("40");

        (await Should.ThrowAsync<StartupProblem>(() => RunAsync("--restore", elsewhere))).Message.ShouldContain("not empty");
        (await Should.ThrowAsync<StartupProblem>(() => RunAsync("--backup", app.Storage))).Message.ShouldContain("not empty");
    }

    /// <summary>34 CFR 99.32(a)(2): the record is kept as long as the student's records are, whatever becomes of the request.</summary>
    [Fact]
    public async Task The_disclosures_of_a_student_are_found_after_a_restore_and_after_the_request_is_gone()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain("SchoolLeader", "IdentifiableRoster")
            .With("requester.coversOnlyOwnStudents", true).With("data.attributes", new JsonArray("student id", "name")));
        await one.DeliverAsync(analyst, "roster.csv", "student id,name\n737001,Pupil One\n737002,Pupil Two\n");
        (await RunAsync("--backup", app.Storage)).ShouldBe(0);

        var elsewhere = azurite.NewStorage();
        (await RunAsync("--restore", elsewhere)).ShouldBe(0);
        await using var restored = new AppFixture(azurite) { Storage = elsewhere };
        await restored.RestartAsync();
        var administrator = await restored.StaffAsync("Ad Min", "Administrator");
        (await administrator.FetchAsync("/api/audit/verify")).ShouldBe(HttpStatusCode.OK)["ok"].GetBoolean().ShouldBeTrue();
        var before = (await administrator.FetchAsync("/api/reports/disclosures?studentId=737002")).ShouldBe(HttpStatusCode.OK);
        before.Json.EnumerateArray().Select(entry => (entry.GetProperty("kind").GetString(), entry.GetProperty("requestId").GetString()))
            .ShouldContain(("Disclosure", one.Id));

        var requests = new TableServiceClient(elsewhere).GetTableClient("requests");
        await foreach (var row in requests.QueryAsync<TableEntity>(row => row.PartitionKey == one.Id))
        {
            await requests.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }

        var after = (await administrator.FetchAsync("/api/reports/disclosures?studentId=737002")).ShouldBe(HttpStatusCode.OK);
        after.Text.ShouldBe(before.Text);
        (await administrator.FetchAsync("/api/reports/disclosures")).Text.ShouldContain("737001");
    }

    [Theory]
    [InlineData("backup.json")]
    [InlineData("tables/requests.jsonl")]
    public async Task A_backup_that_is_not_whole_is_refused_and_nothing_is_written(string missing)
    {
        await Case.SubmitAsync(app, Asked.Plain());
        await RunAsync("--backup", app.Storage);
        File.Delete(Path.Combine(folder, missing));
        var elsewhere = azurite.NewStorage();
        (await Should.ThrowAsync<StartupProblem>(() => RunAsync("--restore", elsewhere))).Message.ShouldContain(missing);
        new TableServiceClient(elsewhere).Query().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_that_was_changed_is_found()
    {
        await Case.SubmitAsync(app, Asked.Plain());
        await RunAsync("--backup", app.Storage);
        await File.AppendAllTextAsync(Path.Combine(folder, "tables/requests.jsonl"), "{}\n", Encoding.UTF8, TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<StartupProblem>(() => RunAsync("--restore", azurite.NewStorage()))).Message.ShouldContain("requests.jsonl");
    }

    [Fact]
    public void Every_type_of_value_comes_back_as_it_was()
    {
        var row = new TableEntity("p", "r")
        {
            ["Text"] = "line one\nline two \"quoted\" ü 你", ["Yes"] = true, ["Count"] = int.MinValue, ["Big"] = long.MaxValue, ["Real"] = 0.1 + 0.2,
            ["At"] = new DateTimeOffset(2026, 3, 2, 14, 0, 0, 123, TimeSpan.Zero), ["Id"] = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ["Bytes"] = new byte[] { 0, 255, 7 },
        };
        var read = EntityLine.Read(EntityLine.Write(row));
        (read.PartitionKey, read.RowKey).ShouldBe(("p", "r"));
        read.Keys.ShouldBe(row.Keys, ignoreOrder: true);
        foreach (var (name, value) in row)
        {
            read[name].ShouldBe(value, name);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"p":"a","r":"b","v":{"x":["Colour","red"]}}""")]
    [InlineData("""{"p":"a","r":"b","v":{"x":["Int32","red"]}}""")]
    public void A_line_that_is_no_row_is_refused(string line) => Should.Throw<FormatException>(() => EntityLine.Read(line));

    private Task<int> RunAsync(string what, string storage) => BackupRun.RunAsync(
        [what, folder], LocalApp.Configuration([], storage), _ => { }, TestContext.Current.CancellationToken);
}
