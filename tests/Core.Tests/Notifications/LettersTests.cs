using System.Text.RegularExpressions;
using Core.Notifications;
using Core.Requests;
using Core.Routing;

namespace Core.Tests.Notifications;

public sealed class LettersTests
{
    // Braces, doubled blanks and full stops, names of types: traces of a placeholder that was not filled.
    private static readonly Regex Unfinished = new(@"[{}]|  |null|System\.|Core\.|\.\.", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static readonly List<(string Story, Message Message, RequestState State, Letter Letter)> Written =
        [.. Stories.Messages(Stories.All).Select(one => (one.Story, one.Message, one.State, Letters.Write(one.Message, one.State, one.Context)))];

    public static TheoryData<MessageKind> Kinds => [.. Enum.GetValues<MessageKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_message_has_words_that_say_what_happened_and_where_to_go(MessageKind kind)
    {
        var letters = Written.Where(one => one.Message.Kind == kind).ToList();

        letters.ShouldNotBeEmpty($"no story brings {kind} about");
        foreach (var (story, message, _, letter) in letters)
        {
            letter.Subject.ShouldContain(Stories.Id, customMessage: story);
            letter.Greeting.ShouldEndWith(",");
            letter.Passages.ShouldNotBeEmpty();
            letter.Action.Text.ShouldNotBeNullOrWhiteSpace();
            letter.Action.Link.ShouldBe(message.To == Audience.Requester ? Stories.Links.RequesterPage : Stories.Links.StaffPage);
            All(letter).ShouldAllBe(text => !string.IsNullOrWhiteSpace(text) && !Unfinished.IsMatch(text));
        }
    }

    [Fact]
    public void No_letter_carries_a_student_id_or_a_file_of_the_requester()
    {
        foreach (var (_, message, _, letter) in Written)
        {
            var text = string.Join('\n', All(letter));
            text.ShouldNotContain(Stories.StudentId, customMessage: message.Kind.ToString());
            text.ShouldNotContain("7654321", customMessage: message.Kind.ToString());
            text.ShouldNotContain("consent of a student.pdf");
        }
    }

    [Fact]
    public void Subjects_to_staff_name_neither_the_requester_nor_their_address() =>
        Written.Where(one => one.Message.To != Audience.Requester).Select(one => one.Letter.Subject)
            .ShouldAllBe(subject => !subject.Contains("Robin") && !subject.Contains('@'));

    [Fact]
    public void The_requesters_token_is_in_no_letter_to_anybody_else() =>
        Written.Where(one => one.Message.To != Audience.Requester)
            .ShouldAllBe(one => !string.Join('\n', All(one.Letter)).Contains("t-o-k-e-n") && !one.Letter.Action.Link.Contains("token"));

    [Theory]
    [InlineData(MessageKind.ClarificationQuestion)]
    [InlineData(MessageKind.ClarificationReminder)]
    [InlineData(MessageKind.FeeEstimate)]
    [InlineData(MessageKind.FeeReminder)]
    [InlineData(MessageKind.DocumentsNeeded)]
    [InlineData(MessageKind.DocumentsReminder)]
    [InlineData(MessageKind.DocumentRejected)]
    [InlineData(MessageKind.NdaToSign)]
    [InlineData(MessageKind.NdaReminder)]
    [InlineData(MessageKind.Delivered)]
    [InlineData(MessageKind.LinkReminder)]
    [InlineData(MessageKind.DestructionDue)]
    public void What_is_asked_of_a_requester_has_a_date_written_out(MessageKind kind) =>
        Letter(kind).ByWhen.ShouldNotBeNull().ShouldMatch(@"by \w+day, \w+ \d{1,2}, 20\d\d");

    [Fact]
    public void A_question_is_quoted_with_its_lines_and_its_last_day()
    {
        var letter = Letter(MessageKind.ClarificationQuestion);

        letter.Passages.ShouldContain(new Passage.Quoted("Which grades?\nAnd which schools?"));
        letter.ByWhen.ShouldBe("Please answer by Wednesday, April 1, 2026 at 5:00 PM.");
    }

    [Fact]
    public void A_fee_is_broken_down_by_line() => Letter(MessageKind.FeeEstimate).Facts.ShouldBe(
    [
        new("Request", Stories.Id),
        new("Time: 6 hours, the first 2 free", "$160.00"),
        new("School years beyond the first", "$25.00"),
        new("Total", "$185.00"),
    ]);

    [Fact]
    public void A_denial_gives_its_reason_and_what_may_be_asked_instead() => Letter(MessageKind.Denied).Passages.OfType<Passage.Quoted>()
        .Select(quoted => quoted.Text).ShouldBe(["It cannot be de-identified.", "Ask for counts."]);

    [Fact]
    public void A_redirect_says_how_to_reach_the_other_office()
    {
        var letter = Letter(MessageKind.Redirected);

        letter.Facts.ShouldContain(new Fact("E-mail", "communications@district.example"));
        letter.Facts.ShouldContain(new Fact("Phone", "617-555-0100"));
        string.Join('\n', All(letter)).ShouldContain("(Source: ODA-03)");
    }

    [Fact]
    public void A_message_about_a_deadline_carries_the_clocks_sentence()
    {
        foreach (var kind in (MessageKind[])[MessageKind.Extended, MessageKind.DeadlineMoved, MessageKind.FulfilmentLate, MessageKind.FulfilmentWarning])
        {
            Letter(kind).Facts.ShouldContain(fact => fact.Label == "How the days are counted" && fact.Value.Contains("day"), kind.ToString());
        }
    }

    [Fact]
    public void Line_breaks_in_names_cannot_add_header_lines()
    {
        var submission = Stories.Submission with { Requester = Stories.Submission.Requester with { Name = "Robin\r\nBcc: all@example" } };

        foreach (var one in Stories.Messages(Stories.Make(submission)))
        {
            var letter = Letters.Write(one.Message, one.State, one.Context);
            letter.Subject.ShouldNotContain('\n');
            letter.Greeting.ShouldNotContain('\n');
        }
    }

    [Fact]
    public void What_concerns_one_student_is_not_repeated_to_the_receiving_office()
    {
        var letter = Letter(MessageKind.HandedOver, one => one.State.Submission.Data.SpecificStudents);

        letter.Passages.OfType<Passage.Quoted>().ShouldNotContain(quoted => quoted.Text.Contains("Attendance of our students"));
        letter.Facts.ShouldContain(new Fact("Reply to", "robin@partner.example"));
    }

    private static Letter Letter(MessageKind kind, Func<(string Story, Message Message, RequestState State, Letter Letter), bool>? where = null) =>
        Written.First(one => one.Message.Kind == kind && (where is null || where(one))).Letter;

    private static IEnumerable<string> All(Letter letter) =>
    [
        letter.Subject, letter.Greeting, letter.Action.Text, .. letter.Closing, .. letter.ByWhen is { } byWhen ? [byWhen] : Array.Empty<string>(),
        .. letter.Facts.SelectMany(fact => (string[])[fact.Label, fact.Value]),
        .. letter.Passages.SelectMany(passage => passage switch
        {
            Passage.Said said => [said.Text],
            Passage.Quoted quoted => [quoted.Text],
            Passage.Listed listed => listed.Items,
            _ => throw new System.Diagnostics.UnreachableException(),
        }),
    ];
}
