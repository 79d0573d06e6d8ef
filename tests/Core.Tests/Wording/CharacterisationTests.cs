using System.Reflection;
using System.Runtime.CompilerServices;
using Core.Requests;
using Core.Routing;
using Core.Tests.Requests;

namespace Core.Tests.Wording;

/// <summary>LTR-2018, policy section 5: words that characterise a person are warned of, in every language; confirmed, they stand and it is on record.</summary>
public sealed class CharacterisationTests
{
    [Theory]
    [InlineData("He is a suspected gang member", "gang member")]
    [InlineData("GANG affiliated", "GANG affiliated")]
    [InlineData("a known criminal", "known criminal")]
    [InlineData("a likely terrorist", "likely terrorist")]
    [InlineData("g4ng member", "g4ng member")]
    [InlineData("a thug", "thug")]
    [InlineData("es pandillero", "pandillero")]
    [InlineData("miembro de la mara", "mara")]
    [InlineData("delincuente", "delincuente")]
    [InlineData("membro de gangue", "membro de gangue")]
    [InlineData("é um bandido", "bandido")]
    [InlineData("li se manm gang", "manm gang")]
    [InlineData("yon vagabon", "vagabon")]
    [InlineData("thành viên băng đảng", "thành viên băng|băng đảng")]
    [InlineData("tên côn đồ", "côn đồ")]
    [InlineData("他是黑帮成员", "黑帮")]
    [InlineData("帮派", "帮派")]
    [InlineData("عضو في عصابة", "عصابة")]
    [InlineData("إنه مجرم", "مجرم")]
    public void Words_are_found(string text, string words) => Screening.Characterisations(text).ShouldBe(words.Split('|'), ignoreOrder: true);

    [Theory]
    [InlineData("two students argued at lunch")]
    [InlineData("attendance of the gang prevention program")]
    [InlineData("anti-gang education")]
    [InlineData("a delinquent account")]
    [InlineData("criminal justice elective")]
    [InlineData("the marathon team")]
    [InlineData("organised an event")]
    [InlineData("programa de prevención de pandillas")]
    [InlineData("帮助学生")]
    [InlineData("")]
    public void And_not_where_they_are_not(string text) => Screening.Characterisations(text).ShouldBeEmpty();

    [Fact]
    public void Unconfirmed_they_are_sent_back_with_the_field_and_the_reason_and_nothing_is_stored()
    {
        var story = Story.InProgress().Do(new RequestCommand.AddNote("He is a gang member."));
        story.LastRefusal!.ShouldSatisfyAllConditions(
            no => no.Code.ShouldBe(Screening.Unconfirmed), no => no.Field.ShouldBe("text"), no => no.Source.ShouldBe("LTR-2018"),
            no => no.Text.ShouldContain("gang member"));
        story.It.History.ShouldNotContain(recorded => recorded.Event is RequestEvent.Noted);
    }

    [Fact]
    public void Confirmed_they_stand_and_that_is_on_record()
    {
        var story = Story.InProgress().Do(new RequestCommand.AddNote("He is a gang member.") { ConfirmedWording = true });
        story.LastRefusal.ShouldBeNull();
        var recorded = story.It.History.TakeLast(2).Select(one => one.Event).ToList();
        recorded[0].ShouldBe(new RequestEvent.Noted("He is a gang member."));
        recorded[1].ShouldBeOfType<RequestEvent.WordingConfirmed>().Fields.ShouldBe(["text"]);
    }

    [Fact]
    public void A_submission_is_warned_of_too_and_ordinary_words_need_no_confirmation()
    {
        var submission = Some.Submission() with { Purpose = "To find gang members" };
        Lifecycle.Decide("DR-1", null, new RequestCommand.Submit(submission, Some.Decision()), Actor.Requester, Some.Now(Some.Monday))
            .Refusal!.Field.ShouldBe("purpose");
        Lifecycle.Decide("DR-1", null, new RequestCommand.Submit(submission with { ConfirmedWording = true }, Some.Decision()), Actor.Requester, Some.Now(Some.Monday))
            .Events.Select(one => one.GetType().Name).ShouldBe(["Submitted", "WordingConfirmed"]);
        Lifecycle.Decide("DR-1", null, new RequestCommand.Submit(Some.Submission() with { ConfirmedWording = true }, Some.Decision()), Actor.Requester, Some.Now(Some.Monday))
            .Events.Count.ShouldBe(1);
    }

    /// <summary>Texts that no person types, or that are no prose: an id, a media type, a hash, the name of a kind.</summary>
    private static readonly string[] NotTyped = ["DeliverableId", "DocumentId", "ContentType", "Sha256"];

    [Fact]
    public void Every_text_of_every_command_is_screened()
    {
        var forgotten =
            from type in typeof(RequestCommand).GetNestedTypes().Where(type => type.IsSealed)
            where type != typeof(RequestCommand.Submit)
            from property in type.GetProperties().Where(property => property.PropertyType == typeof(string) && !NotTyped.Contains(property.Name))
            where !IsScreened(type, property)
            select $"{type.Name}.{property.Name}";
        forgotten.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(OfficeTexts))]
    public void A_status_in_the_offices_own_words_or_in_a_name_is_refused_with_its_field(string name, RequestCommand command, string field)
    {
        CommandTexts.Of(command).First(text => text.MustBeRefused).Field.ShouldBe(field, name);
    }

    public static TheoryData<string, RequestCommand, string> OfficeTexts => new()
    {
        { "question", new RequestCommand.AskClarification("Is he undocumented?"), "question" },
        { "denial", new RequestCommand.Deny("She is undocumented.", "Nothing"), "reason" },
        { "approval", new RequestCommand.Approve("Son indocumentados"), "note" },
        { "extension", new RequestCommand.Extend(3, "Their immigration status has to be looked up"), "reason" },
        { "file", new RequestCommand.HandInDocument("d", DocumentKind.Other, "visa-status.pdf", 1, "00"), "file" },
        { "assignee", new RequestCommand.Assign("Ana Lyst, undocumented"), "assignee" },
        { "signature", new RequestCommand.SignNda("Sam, green card holder", "Director", true), "fullName" },
    };

    private static bool IsScreened(Type type, PropertyInfo property)
    {
        var command = (RequestCommand)RuntimeHelpers.GetUninitializedObject(type);
        type.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance)!.SetValue(command, "planted");
        return CommandTexts.Of(command).Any(text => text.Text == "planted");
    }
}
