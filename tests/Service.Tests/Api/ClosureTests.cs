using System.Net;
using Shared;

namespace Service.Tests.Api;

/// <summary>A closure added later. In a class of its own: the day must lie between the request's receipt and its deadline, so nobody else may move this clock.</summary>
public sealed class ClosureTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_new_closure_moves_open_deadlines_before_it_answers_and_a_bad_file_changes_nothing()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var admin = await app.StaffAsync("Ad Min", "Administrator");
        var due = (await one.NowAsync()).String("dueAt");
        var before = (await admin.FetchAsync("/api/admin/calendar")).ShouldBe(HttpStatusCode.OK).Text;

        var bad = (await admin.SendTextAsync(HttpMethod.Put, "/api/admin/calendar", File("2026-0310"), "text/calendar")).ShouldBe(HttpStatusCode.BadRequest);
        bad.Wrong.ShouldAllBe(place => place.StartsWith("line ", StringComparison.Ordinal));
        (await admin.SendBytesAsync(HttpMethod.Put, "/api/admin/calendar", [0xFF, 0x00], "text/calendar")).ShouldBe(HttpStatusCode.BadRequest);
        (await admin.FetchAsync("/api/admin/calendar")).Text.ShouldBe(before);
        (await one.NowAsync()).String("dueAt").ShouldBe(due);

        var preview = (await admin.SendTextAsync(HttpMethod.Post, "/api/admin/calendar/preview", File("20260310"), "text/calendar")).ShouldBe(HttpStatusCode.OK);
        preview.String("change").ShouldBe("added: Snow day on March 10, 2026");
        var move = preview["moves"].EnumerateArray().ShouldHaveSingleItem();
        move.GetProperty("id").GetString().ShouldBe(one.Id);
        move.GetProperty("told").GetArrayLength().ShouldBeGreaterThan(0);
        (await one.NowAsync()).String("dueAt").ShouldBe(due);

        (await admin.SendTextAsync(HttpMethod.Put, "/api/admin/calendar", File("20260310"), "text/calendar")).ShouldBe(HttpStatusCode.OK)
            ["openRequestsTold"].GetInt32().ShouldBeGreaterThan(0);
        var moved = await one.NowAsync();
        DateTimeOffset.Parse(moved.String("dueAt")).ShouldBe(DateTimeOffset.Parse(due).AddDays(1));
        moved["timeline"].EnumerateArray().Last().GetProperty("text").GetString()!.ShouldContain("Snow day");
        (await admin.FetchAsync("/api/admin/calendar")).Text.ShouldContain("Snow day");
        moved.String("dueAt").ShouldBe(move.GetProperty("to").GetString());
        (await admin.FetchAsync("/api/admin/calendar/history")).Json[0].GetProperty("by").GetString().ShouldBe("Ad Min");

        static string File(string day) =>
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//District//EN\r\nBEGIN:VEVENT\r\nUID:snow\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:Snow day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }
}
