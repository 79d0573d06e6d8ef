using Core.Notifications;
using Core.Requests;
using Core.Routing;

namespace Core.Tests.Notifications;

public sealed class RecipientsTests
{
    [Theory]
    [InlineData("analyst@district.example", "analyst@district.example")]
    [InlineData("Lee Analyst", "dataandaccountability@district.example")]
    [InlineData(null, "dataandaccountability@district.example")]
    [InlineData("a@b", "dataandaccountability@district.example")]
    [InlineData("a@b.example, c@d.example", "dataandaccountability@district.example")]
    public void An_analyst_is_written_to_at_their_address_or_at_the_offices(string? assignee, string address) =>
        Recipients.Of(new(MessageKind.AnswerReceived, Audience.Analyst, 1), State("late") with { Assignee = assignee }, Stories.Policy)
            .ShouldBe([address]);

    [Fact]
    public void The_requester_is_written_to_at_the_address_of_the_request() =>
        Recipients.Of(new(MessageKind.Confirmation, Audience.Requester, 1), State("late"), Stories.Policy).ShouldBe(["robin@partner.example"]);

    [Fact]
    public void Another_office_is_the_one_the_event_names_even_after_the_request_moved_on()
    {
        var state = State("reviewed");

        Recipients.Of(new(MessageKind.ReviewNeeded, Audience.Approvers, 1), state, Stories.Policy).ShouldBe(["legaladvisor@district.example"]);
        Recipients.Of(new(MessageKind.ReviewNeeded, Audience.Approvers, 3), state, Stories.Policy).ShouldBe(["superintendent@district.example"]);
    }

    [Fact]
    public void An_office_without_an_address_is_written_to_at_ours()
    {
        var offices = Stories.Policy.Offices.ToDictionary();
        offices[Office.Communications] = new("Press");

        Recipients.Of(new(MessageKind.HandedOver, Audience.ReceivingOffice, 1), State("redirected"), Stories.Policy with { Offices = offices })
            .ShouldBe(["dataandaccountability@district.example"]);
    }

    [Fact]
    public void Nobody_is_left_out_where_no_administrator_is_named()
    {
        Recipients.Of(new(MessageKind.OutreachBreach, Audience.Administrators, 2), State("late"), Stories.Policy).Count.ShouldBe(2);
        Recipients.Of(new(MessageKind.OutreachBreach, Audience.Administrators, 2), State("late"), Stories.Policy with { Administrators = [] })
            .ShouldBe(["dataandaccountability@district.example"]);
    }

    private static RequestState State(string story) => Stories.Messages(Stories.All).Last(one => one.Story == story).State;
}
