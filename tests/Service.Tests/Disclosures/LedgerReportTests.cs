using System.Text;
using System.Text.Json;
using Core.Requests;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Service.Api;
using Service.Reports;
using Service.Tests.Audit;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Disclosures;

/// <summary>The report of disclosures is as long as the ledger; what it costs to hold is not.</summary>
public sealed class LedgerReportTests(AzuriteFixture azurite)
{
    private const int Students = 2_500;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_written_while_it_is_read_whether_as_CSV_or_as_JSON()
    {
        using var records = await Records.NewAsync(azurite);
        await records.Ledger.WriteAsync([.. Enumerable.Range(0, Students).Select(number => Records.Entry($"{800_000 + number}"))], cancel);
        foreach (var accept in new[] { "text/csv", "application/json" })
        {
            var http = new DefaultHttpContext();
            http.Request.Headers.Accept = accept;
            var whole = records.Storage.Faults.Count;
            using var body = new Watched(() => records.Storage.Faults.Count - whole);
            http.Response.Body = body;
            var rows = await ReportsApi.StreamAsync(
                Records.Ada, Appending.Monday, Appending.Monday + Duration.FromDays(1), records.Ledger, records.Reads, cancel);
            whole = records.Storage.Faults.Count;
            await Tables.Answer(http.Request, "disclosures", rows).ExecuteAsync(http);

            // A thousand entries an answer of storage: the first bytes leave after the first of three answers.
            var asked = records.Storage.Faults.Count - whole;
            body.AskedAtFirst.ShouldBeLessThanOrEqualTo(asked - 2, accept);
            body.Largest.ShouldBeLessThan((int)body.Length / 5, accept);
            var text = Encoding.UTF8.GetString(body.ToArray());
            (accept == "text/csv" ? text.Split("\r\n").Length - 2 : JsonDocument.Parse(text).RootElement.GetArrayLength()).ShouldBe(Students);
            text.ShouldContain("802499");
        }
    }

    [Fact]
    public async Task Whoever_may_not_name_students_sees_none_in_a_file_of_any_length()
    {
        using var records = await Records.NewAsync(azurite);
        await records.Ledger.WriteAsync([Records.Entry("812345"), Records.Entry(null)], cancel);
        var analyst = new Actor.Staff("Ana Lyst", [StaffRole.Analyst]);
        var rows = await (await ReportsApi.StreamAsync(
            analyst, Appending.Monday, Appending.Monday + Duration.FromDays(1), records.Ledger, records.Reads, cancel)).ToListAsync(cancel);
        rows.Select(entry => entry.StudentId).ShouldBe(["withheld", null], ignoreOrder: true);
    }

    /// <summary>Remembers how much storage had been asked when the first bytes came, and the most that came at once.</summary>
    private sealed class Watched(Func<int> asked) : MemoryStream
    {
        public int AskedAtFirst { get; private set; } = -1;
        public int Largest { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            See(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            See(count);
            base.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer, offset, count);
            return Task.CompletedTask;
        }

        private void See(int count)
        {
            AskedAtFirst = AskedAtFirst < 0 ? asked() : AskedAtFirst;
            Largest = Math.Max(Largest, count);
        }
    }
}
