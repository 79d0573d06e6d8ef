using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Mail;
using Service.Portal.Analyst.Outgoing;
using Service.Tests.Storage;
using Shared;
using static Core.Requests.RequestCommand;

namespace Service.Tests.Desk;

/// <summary>What a person is shown before they act is what leaves when they do.</summary>
public sealed class LettersToSendTest(AzuriteFixture azurite)
{
    public static TheoryData<string, RequestCommand> Actions => new()
    {
        { "assign", new Assign("ana@district.example", "They call on Fridays.") },
        { "ask", new AskClarification("Which grades?") },
        { "estimate", new EstimateFee(6, 2000, "Two schools.") },
        { "no fee", new EstimateFee(1, 10, null) },
        { "extend", new Extend(3, "Five years of data") },
        { "deny", new Deny("Not enough staff.", "Ask for totals.") },
        { "reroute", new Reroute(Office.Communications, "A question of the press") },
        { "note", new AddNote("Only for us") },
    };

    [Theory]
    [MemberData(nameof(Actions), DisableDiscoveryEnumeration = true)]
    public async Task The_letters_shown_are_the_letters_sent(string name, RequestCommand command)
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        var state = await office.SubmitAsync(Appending.Submission() with { Language = "en" });
        state = await office.DoAsync(state.Id, new Assign("Ben Oth"));
        await office.DrainAsync();
        var before = await office.LettersAboutAsync(state.Id);

        var shown = LettersToSend.Between(state, await office.Desk.TryAsync(state, command, OfficeUnderTest.Ana, default));
        await office.DoAsync(state.Id, command);
        await office.DrainAsync();

        var sent = (await office.LettersAboutAsync(state.Id)).Skip(before.Count);
        shown.Select(one => (string.Join(' ', one.To), one.Letter.Subject)).Order().ShouldBe(sent.Order(), name);
        (name == "note" ? shown.Count == 0 : shown.Count > 0 || name == "no fee").ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_command_sends_nothing_and_a_letter_in_another_language_is_shown_in_English_too()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        var state = await office.SubmitAsync();
        (await office.Desk.TryAsync(state, new CountersignNda(new LocalDate(2027, 3, 1)), OfficeUnderTest.Ana, default)).Refusal.ShouldNotBeNull();
        var paper = await office.Desk.TryAsync(state, new Assign("Ana Lyst"), OfficeUnderTest.Ana, default);
        LettersToSend.Between(state, paper).ShouldAllBe(one => one.InEnglish == null);
        LettersToSend.Fingerprint(LettersToSend.Between(state, paper)).ShouldNotBe(
            LettersToSend.Fingerprint(LettersToSend.Between(state, await office.Desk.TryAsync(state, new Assign("ben@district.example"), OfficeUnderTest.Ana, default))));
    }

    [Fact]
    public async Task Reading_a_letter_for_some_minutes_does_not_make_it_another()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        var state = await office.SubmitAsync();
        state = await office.DoAsync(state.Id, new Assign("Ana Lyst"));
        state = await office.DoAsync(
            state.Id, new AddDeliverable("file-1", "rates.csv", "text/csv", 10, "00", new(Core.Release.Verdict.Pass, [])));
        var first = await LettersAsync();
        await office.SetClockAsync(OfficeUnderTest.Monday + Duration.FromMinutes(7));
        var later = await LettersAsync();
        LetterText.Render(later[0].Letter).ShouldNotBe(LetterText.Render(first[0].Letter), "it says until when, to the minute");
        LettersToSend.Fingerprint(later).ShouldBe(LettersToSend.Fingerprint(first));
        LettersToSend.Fingerprint(first).ShouldNotBeEmpty();

        async Task<IReadOnlyList<OutgoingLetter>> LettersAsync() =>
            LettersToSend.Between(state, await office.Desk.TryAsync(state, new Deliver(["file-1"], null), OfficeUnderTest.Ana, default));
    }
}
