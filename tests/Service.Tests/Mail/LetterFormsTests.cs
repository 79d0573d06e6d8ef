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
}
