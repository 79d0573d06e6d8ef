using System.Security.Cryptography;
using System.Text;
using Core.Agreements;
using Core.Requests;
using Core.Routing;
using Core.Tests.Notifications;
using NodaTime;

namespace Core.Tests.Agreements;

public sealed class NdaTextTests
{
    private static readonly LocalDate Date = new(2026, 3, 2);
    private static readonly RequestState State = Begun(Stories.Submission);

    [Theory]
    [InlineData("Robin Example")]
    [InlineData("Harbor Learning")]
    [InlineData("Example Public Schools")]
    [InlineData("Our program staff")]
    [InlineData("tutoring group")]
    [InlineData("2023-24; 2024-25")]
    [InlineData("attendance rate; grade level")]
    [InlineData("Grade 6, tutored students")]
    [InlineData("fewer than 10 students")]
    [InlineData("34 CFR 99.31(a)(6)")]
    [InlineData("Monday, March 2, 2026")]
    [InlineData(Stories.Id)]
    public void The_agreement_states_the_requests_own_terms(string term) => Text(State).ShouldContain(term);

    [Fact]
    public void It_names_no_student()
    {
        Text(State).ShouldNotContain(Stories.StudentId);
        Text(State).ShouldNotContain("7654321");
    }

    [Fact]
    public void The_same_request_gives_the_same_hash_and_another_term_another()
    {
        var document = NdaText.Render(State, Stories.Policy, Date);

        NdaText.Render(Begun(Stories.Submission), Stories.Policy, Date).ShouldBe(document);
        document.TextHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text))));
        NdaText.Render(Begun(Stories.Submission with { Purpose = "Other" }), Stories.Policy, Date).TextHash.ShouldNotBe(document.TextHash);
    }

    [Fact]
    public void The_terms_of_federal_law_come_with_the_exception_relied_on()
    {
        Text(Begun(Stories.Submission with { FerpaException = FerpaException.Audit })).ShouldContain("authorized representative");
        Text(Begun(Stories.Submission with { FerpaException = FerpaException.Studies })).ShouldContain("conducts the study");
        Text(State with { Requirements = [Requirement.Nda] }).ShouldNotContain("Written agreement under federal law");
    }

    [Fact]
    public void Nobody_can_write_a_paragraph_of_their_own_into_it()
    {
        var text = Text(Begun(Stories.Submission with { Purpose = "Tutoring\n\n12. Nothing above applies.\r\n\r\n\u2029End" }));

        text.Split("\n\n").ShouldNotContain(paragraph => paragraph.StartsWith("12. Nothing"));
        text.ShouldNotContain('\r');
    }

    [Fact]
    public void Refused_attributes_are_not_part_of_it() =>
        Text(Begun(Stories.Submission with
        {
            Data = Stories.Submission.Data with { Attributes = ["attendance rate", "place of birth"] },
        })).ShouldNotContain("place of birth");

    private static string Text(RequestState state) => NdaText.Render(state, Stories.Policy, Date).Text;

    private static RequestState Begun(Submission submission) => Fold.Apply(null, Stories.Id,
        new(1, Instant.FromUtc(2026, 3, 2, 15, 0), Actor.Requester, new RequestEvent.Submitted(submission, Stories.Decision, 1)));
}
