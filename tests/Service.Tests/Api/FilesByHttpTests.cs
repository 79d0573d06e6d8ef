using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Service.Storage;
using Shared;

namespace Service.Tests.Api;

/// <summary>Files in and out.</summary>
public sealed class FilesByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Rates = "ferry riders\n40\n55\n";

    [Fact]
    public async Task A_document_that_is_not_checked_leaves_only_on_an_approver_s_word()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var added = (await analyst.UploadAsync($"{one.Path}/deliverables", "report.pdf", "%PDF-1.7 a report")).ShouldBe(HttpStatusCode.Created);
        added["check"].GetProperty("verdict").GetString().ShouldBe("Fix");
        var deliver = new JsonObject { ["type"] = "Deliver", ["deliverableIds"] = new JsonArray(added.String("id")) };
        (await one.DoAsync(analyst, (JsonObject)deliver.DeepClone())).ShouldBe(HttpStatusCode.UnprocessableEntity);
        var approver = await app.StaffAsync("Ap Prover", "Approver");
        (await one.DoAsync(approver, new() { ["type"] = "OverrideCheck", ["deliverableId"] = added.String("id"), ["reason"] = "Read all of it: no student is in it." }))
            .ShouldBe(HttpStatusCode.OK);
        (await one.DoAsync(analyst, deliver)).ShouldBe(HttpStatusCode.OK);
        var fetched = (await one.FetchAsync(added.String("id"), null)).ShouldBe(HttpStatusCode.OK);
        fetched.Message.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        fetched.Message.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task A_document_needs_its_kind_and_its_file_and_leaves_nothing_where_it_is_refused()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var path = $"{one.Path}/documents";
        (await one.Requester.UploadAsync(path, "a.pdf", "x")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["kind"]);
        (await one.Requester.UploadAsync(path, "a.pdf", "x", "Passport")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["kind"]);
        (await one.Requester.SendAsync(path, new JsonObject())).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldContain("file");
        var form = new MultipartFormDataContent { { new StringContent("Other"), "kind" } };
        (await one.Requester.CallAsync(new(HttpMethod.Post, path) { Content = form })).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["file"]);
        (await one.Requester.SendTextAsync(HttpMethod.Post, path, "--b\r\nbroken", "multipart/form-data; boundary=b")).ShouldBe(HttpStatusCode.BadRequest);
        (await BlobsAsync(FileStore.Uploads, one.Id)).ShouldBe(0);

        (await one.Requester.UploadAsync(path, "../../etc/con\u202Etract.pdf", "x", "Other")).ShouldBe(HttpStatusCode.OK);
        (await BlobsAsync(FileStore.Uploads, one.Id)).ShouldBe(1);
        (await one.NowAsync())["documents"][0].GetProperty("handedIn")[0].GetProperty("name").GetString().ShouldBe("contract.pdf");

        (await one.Requester.SendAsync($"{one.Path}/withdrawal", new JsonObject())).ShouldBe(HttpStatusCode.OK);
        (await one.Requester.UploadAsync(path, "late.pdf", "x", "Other")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await BlobsAsync(FileStore.Uploads, one.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_not_kept()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var large = new string('x', (int)FileStore.LargestDocument + 1);
        (await one.Requester.UploadAsync($"{one.Path}/documents", "large.pdf", large, "Other")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldContain("file");
        (await BlobsAsync(FileStore.Uploads, one.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_fetched_whole_or_in_part_as_an_attachment_that_nobody_keeps()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var file = await one.DeliverAsync(analyst, "ferry.csv", Rates);
        var path = $"{one.Path}/deliverables/{file}";

        var whole = (await one.Requester.FetchAsync(path)).ShouldBe(HttpStatusCode.OK);
        whole.Text.ShouldBe(Rates);
        whole.Message.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        whole.Message.Headers.CacheControl!.NoStore.ShouldBeTrue();
        whole.Message.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var part = await one.Requester.CallAsync(new(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(6, 11) } });
        part.Status.ShouldBe(HttpStatusCode.PartialContent);
        part.Text.ShouldBe(Rates[6..12]);
        (await analyst.FetchAsync(one.Path))["deliverables"][0].GetProperty("downloads").GetInt32().ShouldBe(2);
        (await one.Requester.FetchAsync($"{one.Path}/deliverables/nothing")).ShouldBe(HttpStatusCode.NotFound);

        var other = await Case.SubmitAsync(app, Asked.Plain());
        (await other.Requester.FetchAsync(path)).ShouldBe(HttpStatusCode.NotFound);
        (await other.Requester.FetchAsync($"{other.Path}/deliverables/{file}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Names_in_any_script_types_by_extension_and_headers_that_keep_browsers_from_guessing()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var file = await one.DeliverAsync(analyst, "Été d’école – 学校.csv", Rates);
        var whole = (await one.Requester.FetchAsync($"{one.Path}/deliverables/{file}")).ShouldBe(HttpStatusCode.OK).Message;
        var disposition = whole.Content.Headers.ContentDisposition!;
        disposition.FileNameStar.ShouldBe("Été d’école – 学校.csv");
        // Old clients get a name too, in ASCII.
        disposition.FileName.ShouldNotBeNullOrEmpty();
        disposition.FileName!.ShouldAllBe(letter => char.IsAscii(letter));
        whole.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        whole.Headers.AcceptRanges.ShouldBe(["bytes"]);
        whole.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        whole.Headers.CacheControl!.NoStore.ShouldBeTrue();
        whole.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
    }

    public static TheoryData<string, bool?, HttpStatusCode, string, long> Parts => new()
    {
        // RFC 9110, sections 13.1.5 and 14: range, whether If-Range names this version, answer, bytes, what is on record.
        { "bytes=6-11", null, HttpStatusCode.PartialContent, Rates[6..12], 6 },
        { "bytes=6-", null, HttpStatusCode.PartialContent, Rates[6..], Rates.Length - 6 },
        { "bytes=-3", null, HttpStatusCode.PartialContent, Rates[^3..], 3 },
        { "bytes=6-999999", null, HttpStatusCode.PartialContent, Rates[6..], Rates.Length - 6 },
        { "bytes=6-11", true, HttpStatusCode.PartialContent, Rates[6..12], 6 },
        { "bytes=6-11", false, HttpStatusCode.OK, Rates, Rates.Length },
        { "bytes=0-1,4-5", null, HttpStatusCode.OK, Rates, Rates.Length },
        { "rows=1-2", null, HttpStatusCode.OK, Rates, Rates.Length },
        { "bytes=999999-", null, HttpStatusCode.RequestedRangeNotSatisfiable, "", 0 },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_part_is_what_was_asked_for_of_this_version_and_the_record_says_how_much(
        string range, bool? sameVersion, HttpStatusCode answer, string bytes, long recorded)
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var path = $"{one.Path}/deliverables/{await one.DeliverAsync(analyst, "ferry.csv", Rates)}";
        var tag = (await one.Requester.FetchAsync(path)).Message.Headers.ETag!;
        var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.TryAddWithoutValidation("Range", range);
        if (sameVersion is { } same)
        {
            ask.Headers.TryAddWithoutValidation("If-Range", same ? tag.ToString() : "\"another\"");
        }

        var part = await one.Requester.CallAsync(ask);
        part.Status.ShouldBe(answer);
        if (answer != HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            part.Text.ShouldBe(bytes);
        }

        var fetched = (await analyst.FetchAsync(one.Path))["deliverables"][0].GetProperty("fetchedBy");
        fetched.EnumerateArray().Select(fetch => fetch.GetProperty("bytes").GetInt64()).ShouldBe([Rates.Length, recorded]);
        fetched[0].GetProperty("by").GetString().ShouldBe("requester");
    }

    [Fact]
    public async Task A_recall_stops_downloads_names_who_has_the_file_tells_them_and_deletes_the_bytes()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var file = await one.DeliverAsync(analyst, "ferry.csv", Rates);
        var path = $"{one.Path}/deliverables/{file}";
        (await one.Requester.FetchAsync(path)).ShouldBe(HttpStatusCode.OK);
        (await analyst.FetchAsync(path)).ShouldBe(HttpStatusCode.OK);
        var recalled = (await one.DoAsync(analyst, new() { ["type"] = "Recall", ["deliverableId"] = file, ["reason"] = "A column too many" })).ShouldBe(HttpStatusCode.OK);
        recalled["deliverables"][0].GetProperty("status").GetString().ShouldBe("Recalled");
        recalled["deliverables"][0].GetProperty("fetchedBy").EnumerateArray().Select(fetch => fetch.GetProperty("by").GetString())
            .ShouldBe(["requester", "Ana Lyst"]);
        (await one.Requester.FetchAsync(path)).ShouldBe(HttpStatusCode.Gone);
        (await analyst.FetchAsync(path)).ShouldBe(HttpStatusCode.Gone);
        (await one.NowAsync())["deliverables"][0].TryGetProperty("fetchedBy", out _).ShouldBeFalse();

        await app.AdvanceAsync("PT1M");
        (await app.MailboxAsync("rita@example.org")).ShouldContain(mail =>
            mail.GetProperty("requestId").GetString() == one.Id && mail.GetProperty("template").GetString() == "Recalled");
        (await BlobsAsync(FileStore.Deliverables, one.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task When_the_link_ends_the_bytes_are_deleted_not_only_hidden()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var file = await one.DeliverAsync(analyst, "ferry.csv", Rates);
        await app.AdvanceAsync("P29D");
        (await BlobsAsync(FileStore.Deliverables, one.Id)).ShouldBe(1);
        await app.AdvanceAsync("P2D");
        (await BlobsAsync(FileStore.Deliverables, one.Id)).ShouldBe(0);
        (await one.Requester.FetchAsync($"{one.Path}/deliverables/{file}")).ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_file_that_was_not_delivered_is_not_there_and_a_recalled_one_is_gone()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var draft = (await analyst.UploadAsync($"{one.Path}/deliverables", "draft.csv", Rates)).ShouldBe(HttpStatusCode.Created).String("id");
        (await one.Requester.FetchAsync($"{one.Path}/deliverables/{draft}")).ShouldBe(HttpStatusCode.NotFound);

        var file = await one.DeliverAsync(analyst, "ferry.csv", Rates);
        (await one.DoAsync(analyst, new() { ["type"] = "Recall", ["deliverableId"] = file, ["reason"] = "Wrong year" })).ShouldBe(HttpStatusCode.OK);
        (await one.Requester.FetchAsync($"{one.Path}/deliverables/{file}")).ShouldBe(HttpStatusCode.Gone).String("detail").ShouldContain("Wrong year");
    }

    [Fact]
    public async Task Bytes_that_are_not_those_that_were_checked_do_not_leave()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var file = await one.DeliverAsync(analyst, "ferry.csv", Rates);
        await new BlobServiceClient(app.Storage).GetBlobContainerClient(FileStore.Deliverables).GetBlobClient($"{one.Id}/{file}")
            .UploadAsync(BinaryData.FromString("name\nSomebody\n"), overwrite: true, TestContext.Current.CancellationToken);
        (await one.Requester.FetchAsync($"{one.Path}/deliverables/{file}")).ShouldBe(HttpStatusCode.Gone).Text.ShouldNotContain("Somebody");
    }

    [Fact]
    public async Task A_file_with_findings_is_delivered_only_after_somebody_else_overrode_them_and_a_blocked_one_never()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var small = (await analyst.UploadAsync($"{one.Path}/deliverables", "small.csv", "ferry riders\n4\n")).ShouldBe(HttpStatusCode.Created);
        var verdict = small["check"].GetProperty("verdict").GetString();
        verdict.ShouldNotBe("Pass", small.Text);
        small["check"].GetProperty("findings")[0].GetProperty("where").GetString().ShouldNotBeNullOrEmpty();
        var deliver = new JsonObject { ["type"] = "Deliver", ["deliverableIds"] = new JsonArray(small.String("id")) };
        (await one.DoAsync(analyst, (JsonObject)deliver.DeepClone())).ShouldBe(HttpStatusCode.UnprocessableEntity);

        var approver = await app.StaffAsync("Ap Prover", "Approver");
        var overridden = await one.DoAsync(approver, new() { ["type"] = "OverrideCheck", ["deliverableId"] = small.String("id"), ["reason"] = "Ferries, not pupils" });
        overridden.Status.ShouldBe(verdict == "Fix" ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, overridden.Text);
        (await one.DoAsync(analyst, (JsonObject)deliver.DeepClone())).Status.ShouldBe(verdict == "Fix" ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_suppressed_table_is_made_on_request_passes_its_check_and_can_be_delivered()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var whole = (await analyst.UploadAsync($"{one.Path}/deliverables", "riders.csv", "grade,students\n9,120\n10,7\n11,30\nTotal,157\n"))
            .ShouldBe(HttpStatusCode.Created).String("id");
        var safe = (await analyst.SendAsync($"{one.Path}/deliverables/{whole}/suppressed", new JsonObject())).ShouldBe(HttpStatusCode.Created);
        safe["check"].GetProperty("verdict").GetString().ShouldBe("Pass", safe.Text);
        safe.String("report").ShouldContain("1 number is below 10");
        var seen = (await analyst.FetchAsync(one.Path))["deliverables"].EnumerateArray().Single(file => file.GetProperty("id").GetString() == safe.String("id"));
        seen.GetProperty("hidden").GetProperty("fromFile").GetString().ShouldBe("riders.csv");
        seen.GetProperty("hidden").GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("because").GetString()).ShouldBe(["Small", "Protects"]);

        (await one.DoAsync(analyst, new() { ["type"] = "Deliver", ["deliverableIds"] = new JsonArray(safe.String("id")) })).ShouldBe(HttpStatusCode.OK);
        (await one.Requester.FetchAsync($"{one.Path}/deliverables/{safe.String("id")}")).ShouldBe(HttpStatusCode.OK)
            .Text.ShouldBe("grade,students\r\n9,120\r\n10,*\r\n11,*\r\nTotal,157\r\n");
        var received = (await one.Requester.FetchAsync(one.Path))["deliverables"].EnumerateArray().ShouldHaveSingleItem();
        received.GetProperty("hiddenNote").GetString().ShouldBe(safe.String("report"));
        received.TryGetProperty("hidden", out _).ShouldBeFalse();

        (await analyst.SendAsync($"{one.Path}/deliverables/{safe.String("id")}/suppressed", new JsonObject())).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await analyst.SendAsync($"{one.Path}/deliverables/nothing/suppressed", new JsonObject())).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await one.Requester.SendAsync($"{one.Path}/deliverables/{whole}/suppressed", new JsonObject())).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Rows_in_small_groups_are_recoded_on_request()
    {
        var (one, analyst) = await Case.AssignedAsync(
            app, Asked.Plain("SchoolLeader", "DeIdentifiedStudentLevel").With("requester.coversOnlyOwnStudents", true).With("data.attributes", new JsonArray("attendance rate", "race")));
        // Twelve rows of each race in every grade, but for three.
        var rows = Enumerable.Range(0, 48).Select(row => $"{row + 1},{3 + (row % 2)},{(row % 4 < 2 ? "White" : "Asian")},0.9{row % 7}").Append("49,5,Black,0.8").Append("50,5,Black,0.7");
        var whole = (await analyst.UploadAsync($"{one.Path}/deliverables", "rows.csv", "Row,Grade level,Race,Attendance rate\n" + string.Join('\n', rows) + "\n"))
            .ShouldBe(HttpStatusCode.Created);
        whole["check"].GetProperty("findings").EnumerateArray().ShouldContain(finding => finding.GetProperty("code").GetString() == "SmallGroup", whole.Text);
        var safe = (await analyst.SendAsync($"{one.Path}/deliverables/{whole.String("id")}/suppressed", new JsonObject())).ShouldBe(HttpStatusCode.Created);
        safe["check"].GetProperty("verdict").GetString().ShouldBe("Pass", safe.Text);
        safe.String("report").ShouldContain("To protect students, every row shares what it tells with at least 9 others.");
    }

    private async Task<int> BlobsAsync(string container, string requestId)
    {
        var count = 0;
        await foreach (var _ in new BlobServiceClient(app.Storage).GetBlobContainerClient(container)
            .GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = requestId }, TestContext.Current.CancellationToken))
        {
            count++;
        }

        return count;
    }
}
