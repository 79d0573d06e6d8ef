using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Storage;
using Shared;

namespace Service.Tests.Storage;

public sealed class OpenRequestsTest(AzuriteFixture azurite)
{
    private static readonly Instant Monday = Appending.Monday;

    [Fact]
    public async Task Pages_come_in_order_of_deadline_those_without_one_last_and_nothing_is_left_out()
    {
        var queue = await QueueAsync();
        await Task.WhenAll(Enumerable.Range(0, 25).Select(n => queue.ProjectAsync(
            Row(n, dueAt: n % 5 == 0 ? null : Monday + Duration.FromDays(n * 7 % 25)), [], default)));

        var pages = new List<QueuePage>();
        do
        {
            pages.Add(await queue.PageAsync(new(), 4, pages.LastOrDefault()?.Continuation, default));
        }
        while (pages[^1].Continuation is not null);

        pages.Select(page => page.Items.Count).ShouldBe([4, 4, 4, 4, 4, 4, 1]);
        var items = pages.SelectMany(page => page.Items).ToList();
        items.Select(item => item.Id).ToHashSet().Count.ShouldBe(25);
        items.ShouldBe(items.OrderBy(item => item.DueAt is null).ThenBy(item => item.DueAt).ThenBy(item => item.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_that_ends_with_the_last_row_has_no_continuation()
    {
        var queue = await QueueAsync();
        await queue.ProjectAsync(Row(1), [], default);
        await queue.ProjectAsync(Row(2), [], default);
        (await queue.PageAsync(new(), 2, null, default)).Continuation.ShouldBeNull();
    }

    [Fact]
    public async Task Filters_leave_only_what_fits()
    {
        var queue = await QueueAsync();
        await queue.ProjectAsync(Row(1) with { Assignee = "Ana Lyst", Status = RequestStatus.InProgress }, [], default);
        await queue.ProjectAsync(Row(2) with { Assignee = "O'Neil \"and\" son", Office = Office.LegalAdvisor }, [], default);
        await queue.ProjectAsync(Row(3, Monday + Duration.FromDays(30)), [], default);
        await queue.ProjectAsync(Row(4) with { Status = RequestStatus.Denied, EndedAt = Monday }, [], default);

        await ShouldFindAsync(new(), 1, 2, 3);
        await ShouldFindAsync(new(Assignee: "Ana Lyst"), 1);
        await ShouldFindAsync(new(Assignee: "O'Neil \"and\" son"), 2);
        await ShouldFindAsync(new(Office: Office.LegalAdvisor), 2);
        await ShouldFindAsync(new(Status: RequestStatus.InProgress), 1);
        await ShouldFindAsync(new(Status: RequestStatus.InProgress, Office: Office.LegalAdvisor));
        await ShouldFindAsync(new(Status: RequestStatus.Denied), 4);
        await ShouldFindAsync(new(DueBefore: Monday + Duration.FromDays(20)), 1, 2);

        async Task ShouldFindAsync(QueueFilter filter, params int[] numbers) =>
            (await queue.PageAsync(filter, 200, null, default)).Items.Select(item => item.Id).ShouldBe(numbers.Select(IdOf), ignoreOrder: true);
    }

    [Fact]
    public async Task A_row_that_moves_is_in_one_place_and_says_all_it_said()
    {
        var queue = await QueueAsync();
        var row = Row(1) with
        {
            Organization = "Harbor Tutors",
            Assignee = "Ana Lyst",
            WaitingOn = WaitingOn.Requester,
            OriginalDueAt = Monday,
            DaysCounted = 9,
            OutreachBreached = true,
            FulfilmentBreachedAt = Monday,
            Expedited = true,
        };
        var moved = row with { DueAt = Monday + Duration.FromDays(3), LastDueAt = Monday + Duration.FromDays(3) };
        var ended = moved with { Status = RequestStatus.Closed, DeliveredAt = Monday, EndedAt = Monday + Duration.FromDays(9) };

        await queue.ProjectAsync(row, [], default);
        await queue.ProjectAsync(moved, [QueueRow.KeyOf(row)], default);
        (await queue.AllOpenAsync(default).ToListAsync()).ShouldBe([moved]);
        // Once more, as after a crash: the row to take away is gone already.
        await queue.ProjectAsync(moved, [QueueRow.KeyOf(row)], default);
        (await queue.AllOpenAsync(default).ToListAsync()).ShouldBe([moved]);

        await queue.ProjectAsync(ended, [QueueRow.KeyOf(row), QueueRow.KeyOf(moved)], default);
        (await queue.AllOpenAsync(default).ToListAsync()).ShouldBeEmpty();
        (await queue.PageAsync(new(RequestStatus.Closed), 10, null, default)).Items.ShouldBe([ended]);
    }

    [Fact]
    public async Task Finished_requests_are_those_delivered_or_ended_since()
    {
        var queue = await QueueAsync();
        var since = Monday + Duration.FromDays(10);
        await queue.ProjectAsync(Row(1), [], default);
        await queue.ProjectAsync(Row(2) with { Status = RequestStatus.Delivered, DeliveredAt = since }, [], default);
        await queue.ProjectAsync(Row(3) with { Status = RequestStatus.Delivered, DeliveredAt = since - Duration.Epsilon * 100 }, [], default);
        await queue.ProjectAsync(Row(4) with { Status = RequestStatus.Denied, EndedAt = since }, [], default);
        await queue.ProjectAsync(Row(5) with { Status = RequestStatus.Denied, EndedAt = since - Duration.FromTicks(1) }, [], default);

        (await queue.FinishedSinceAsync(since, default).Select(item => item.Id).ToListAsync()).ShouldBe([IdOf(2), IdOf(4)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("!!")]
    [InlineData("bm9uZQ")]
    public void What_was_not_given_out_is_no_continuation(string text) => OpenRequests.IsContinuation(text).ShouldBeFalse();

    private async Task<OpenRequests> QueueAsync() => new((await TestStorage.NewAsync(azurite)).Tables);

    private static string IdOf(int number) => $"DR-0000-0000-{number:0000}";

    private static RequestSummary Row(int number, Instant? dueAt) => Row(number) with { DueAt = dueAt, LastDueAt = dueAt };

    private static RequestSummary Row(int number) => new()
    {
        Id = IdOf(number),
        Status = RequestStatus.Submitted,
        Version = 1,
        Office = Office.DataAndAccountability,
        Kind = RequesterKind.Public,
        Level = DataLevel.Aggregate,
        RequesterName = "Rita Quester",
        SubmittedAt = Monday,
        DueAt = Monday + Duration.FromDays(15), LastDueAt = Monday + Duration.FromDays(15),
    };
}
