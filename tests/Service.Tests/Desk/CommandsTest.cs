using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Storage.Events;
using Service.Tests.Storage;
using Shared;
using static Core.Requests.RequestCommand;

namespace Service.Tests.Desk;

public sealed class CommandsTest(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_command_on_an_older_version_is_refused_and_changes_nothing()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var id = (await office.SubmitAsync()).Id;
        (await office.Desk.ExecuteAsync(id, new Assign("Ana Lyst"), OfficeUnderTest.Ana, 1, default)).Refusal.ShouldBeNull();
        var late = await office.Desk.ExecuteAsync(id, new Assign("Ben Ch"), OfficeUnderTest.Ana, 1, default);

        late.Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Conflict);
        (await office.Desk.FindAsync(id, default))!.Assignee.ShouldBe("Ana Lyst");
    }

    [Fact]
    public async Task Who_saw_the_version_another_process_made_is_not_told_that_it_is_old()
    {
        var storage = await TestStorage.NewAsync(azurite);
        await using var one = await OfficeUnderTest.OpenAsync(storage);
        await using var other = await OfficeUnderTest.OpenAsync(storage.Again());
        var id = (await one.SubmitAsync()).Id;
        await other.DoAsync(id, new Assign("Ana Lyst"));

        // The first process still remembers version 1.
        (await one.Desk.ExecuteAsync(id, new AskClarification("Which grades?"), OfficeUnderTest.Ana, 2, default)).Refusal.ShouldBeNull();
        (await other.Desk.ExecuteAsync(id, new Answer("All."), Actor.Requester, null, default)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_s_command_is_lost_when_many_come_at_once()
    {
        var storage = await TestStorage.NewAsync(azurite);
        await using var one = await OfficeUnderTest.OpenAsync(storage);
        await using var other = await OfficeUnderTest.OpenAsync(storage.Again());
        var id = (await one.SubmitAsync()).Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n =>
            (n % 2 == 0 ? one : other).Desk.ExecuteAsync(id, new AddNote($"note {n}"), OfficeUnderTest.Ana, null, default)));

        var carriedOut = outcomes.Count(outcome => outcome.Refusal is null);
        outcomes.ShouldAllBe(outcome => outcome.Refusal == null || outcome.Refusal.Kind == RefusalKind.Conflict);
        carriedOut.ShouldBeGreaterThanOrEqualTo(8);
        var state = (await one.Desk.FindAsync(id, default)).ShouldNotBeNull();
        state.History.Count(recorded => recorded.Event is RequestEvent.Noted).ShouldBe(carriedOut);
        (await one.Store.VerifyAsync(default)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_reply_does_not_carry_a_command_out_twice()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var id = (await office.SubmitAsync()).Id;
        await office.DrainAsync();
        office.Storage.Faults.Next(Fault.LostReply, Faults.IsTransaction);
        var state = await office.DoAsync(id, new AddNote("once"));
        state.History.Count(recorded => recorded.Event is RequestEvent.Noted).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_too_large_is_bad_input()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var id = (await office.SubmitAsync()).Id;
        var outcome = await office.Desk.ExecuteAsync(id, new AddNote(new string('x', EventRow.LongestPayload)), OfficeUnderTest.Ana, null, default);
        outcome.Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.BadInput);
    }

    [Theory]
    [InlineData("DR-0000-0000-0000")]
    [InlineData("nonsense")]
    [InlineData("DR-0000' or 'a' eq 'a")]
    public async Task A_request_that_is_none_is_null(string id)
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        (await office.Desk.FindAsync(id, default)).ShouldBeNull();
        (await office.Desk.ExecuteAsync(id, new AddNote("note"), OfficeUnderTest.Ana, null, default)).State.ShouldBeNull();
    }

    [Fact]
    public async Task The_queue_says_at_once_what_a_command_changed()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var id = (await office.SubmitAsync()).Id;
        (await office.Queue.PageAsync(new(RequestStatus.Submitted), 10, null, default)).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        await office.DoAsync(id, new Assign("Ana Lyst"));
        (await office.Queue.PageAsync(new(Assignee: "Ana Lyst"), 10, null, default)).Items.ShouldHaveSingleItem().Version.ShouldBe(2);
        await office.DoAsync(id, new Deny("Not kept.", "Ask for counts."));
        (await office.Queue.AllOpenAsync(default).CountAsync()).ShouldBe(0);
        (await office.Queue.PageAsync(new(RequestStatus.Denied), 10, null, default)).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    [Fact]
    public async Task An_agreement_still_current_is_reused()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        var partner = Appending.Submission() with
        {
            Requester = new()
            {
                Name = "Pat Partner",
                Email = "pat@partner.example",
                Kind = RequesterKind.CommunityPartner,
                PartnerRegistration = new(Complete: true, HasAgreements: false),
            },
        };
        var first = (await office.SubmitAsync(partner)).Id;
        var state = await office.DoAsync(first, new Assign("Ana Lyst"));
        state.Nda.ShouldNotBeNull().Document.ShouldNotBeNull();
        await office.DoAsync(first, new SignNda("Pat Partner", "Director", Agreed: true), Actor.Requester);
        await office.DoAsync(first, new CountersignNda(new LocalDate(2027, 3, 1)));
        await office.DrainAsync();

        var second = (await office.SubmitAsync(partner)).Id;
        state = await office.DoAsync(second, new Assign("Ana Lyst"));
        state.Nda.ShouldNotBeNull().Reused.ShouldNotBeNull().RequestId.ShouldBe(first);
        Standing.StatusOf(state).ShouldBe(RequestStatus.InProgress);
    }
}
