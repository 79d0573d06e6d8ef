using Core.Languages;
using Core.Notifications;
using Service.Mail;

namespace Service.Tests.Mail;

public sealed class LetterFormsTests
{
    private static readonly Letter Letter = new(
        "Question <b>", "Dear <script>alert(1)</script>,",
        ["We ask & wait.", new Passage.Quoted("Which \"grades\"?\n<script>alert(2)</script>"), new Passage.Listed(["One <i>", "Two"])],
        [new("Request", "DR-1"), new("Note", "<img src=x>")],
        new("Answer", "https://site.example/requests/DR-1?token=a&b"), "Please answer by Monday.", ["Office <x>", "Questions?"]);

    [Fact]
    public void Html_escapes_everything_that_is_not_ours()
    {
        var html = LetterHtml.Render(Letter);

        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<i>");
        html.ShouldNotContain("<x>");
        html.ShouldContain("&lt;script&gt;alert(2)&lt;/script&gt;");
        html.ShouldContain("href=\"https://site.example/requests/DR-1?token=a&amp;b\"");
        html.ShouldContain("<html lang=\"en\">");
        html.ShouldContain("?<br>&lt;script");
        html.ShouldNotContain("<table");
    }

    [Fact]
    public void Both_forms_say_all_of_it()
    {
        var text = LetterText.Render(Letter);

        foreach (var said in (string[])["We ask & wait.", "> Which \"grades\"?", "> <script>", "- Two", "Please answer by Monday.",
            "Answer:\nhttps://site.example/requests/DR-1?token=a&b", "Request: DR-1", "Questions?"])
        {
            text.ShouldContain(said);
        }

        var html = LetterHtml.Render(Letter);
        foreach (var said in (string[])["We ask &amp; wait.", "<li>Two</li>", "Please answer by Monday.", ">Answer</a>", "DR-1</dd>", "Questions?"])
        {
            html.ShouldContain(said);
        }
    }

    [Fact]
    public void A_letter_from_right_to_left_says_its_direction_and_sets_apart_what_runs_the_other_way()
    {
        var arabic = Texts.All.Single(say => say.Tag == "ar");
        var letter = Letter with
        {
            Say = arabic,
            Passages = [arabic.QuestionOurs, new Passage.Quoted("Which grades (9-12)?"), new Passage.Listed(["Attendance (2025-26)", "\u0646\u0639\u0645"])],
            Facts = [new(arabic.FactPhone, "617-555-0100"), new(arabic.FactWeb, "https://office.example/contact")],
        };

        var text = LetterText.Render(letter);
        text.ShouldContain("> \u2068Which grades (9-12)?\u2069\n");
        text.ShouldContain("- \u2068Attendance (2025-26)\u2069\n");
        text.ShouldContain("- \u0646\u0639\u0645\n");
        text.ShouldContain($"{arabic.FactPhone}: \u2068617-555-0100\u2069\n");
        text.ShouldContain("\nhttps://site.example/requests/DR-1?token=a&b\n");
        text.ShouldContain($"{arabic.FactWeb}: https://office.example/contact\n");
        text.ShouldContain(arabic.TranslationUnreviewed);

        var html = LetterHtml.Render(letter);
        html.ShouldContain("<html lang=\"ar\" dir=\"rtl\">");
        html.ShouldContain("<blockquote dir=\"auto\"");
        html.ShouldContain("<a class=\"link\" dir=\"ltr\"");
        html.ShouldContain("text-align:right");
    }
}
