using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Core.Languages;
using Core.Notifications;

namespace Service.Mail;

/// <summary>
/// A letter as HTML for mail clients: one column that fits a telephone, no tables, no images, nothing loaded. Styles stand beside what they
/// style because many clients drop style sheets; the one sheet only turns the colours where a reader's program is dark. Everything that is
/// not ours is escaped, and takes its direction from itself.
/// </summary>
internal static class LetterHtml
{
    private const string Font = "font-family:'Public Sans',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string Paragraph = "margin:0 0 16px";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Programs that turn colours themselves leave those alone that are named for both (color-scheme).
    private const string Dark = """
        <style>
        :root{color-scheme:light dark;supported-color-schemes:light dark}
        @media (prefers-color-scheme:dark){
        .page{background:#14181d!important;color:#f0f0f0!important}
        .quiet{color:#b8bec5!important}
        .link{color:#8cc8ff!important}
        .facts{background:#1f2630!important}
        }
        </style>
        """;

    public static string Render(Letter letter)
    {
        var side = letter.Say.IsRightToLeft ? "right" : "left";
        var html = new StringBuilder();
        html.Append($"""
            <!DOCTYPE html>
            <html lang="{Escape(letter.Say.Tag)}"{(letter.Say.IsRightToLeft ? " dir=\"rtl\"" : "")}>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Escape(letter.Subject)}</title>
            {Dark}
            </head>
            <body class="page" style="margin:0;padding:0;background:#ffffff;color:#1b1b1b">
            <main dir="{letter.Say.Direction}" style="max-width:600px;margin:0 auto;padding:24px 16px;{Font};font-size:16px;line-height:1.5;text-align:{side};overflow-wrap:break-word">
            <p style="{Paragraph}">{Escape(letter.Greeting)}</p>

            """);
        foreach (var passage in letter.Passages)
        {
            html.Append(Of(passage, letter.Say, side)).Append('\n');
        }

        if (letter.ByWhen is { } byWhen)
        {
            html.Append($"<p style=\"{Paragraph};font-weight:bold\">{Escape(byWhen)}</p>\n");
        }

        html.Append($"""
            <p style="margin:24px 0 8px"><a href="{Escape(letter.Action.Link)}" style="display:inline-block;padding:12px 20px;border-radius:4px;background:#005ea2;color:#ffffff;font-weight:bold;text-decoration:none">{Escape(letter.Action.Text)}</a></p>
            <p class="quiet" style="margin:0 0 24px;font-size:13px;color:#565c65;word-break:break-all">{Escape(letter.Say.LetterOrOpen)} <a class="link" dir="ltr" href="{Escape(letter.Action.Link)}" style="color:#005ea2">{Escape(letter.Action.Link)}</a></p>
            <dl class="facts" style="margin:0 0 24px;padding:12px 16px;border-{side}:4px solid #a9aeb1;background:#f0f0f0">

            """);
        foreach (var fact in letter.Facts)
        {
            html.Append($"<dt class=\"quiet\" style=\"margin:0;font-size:13px;color:#565c65\">{Escape(fact.Label)}</dt><dd dir=\"auto\" style=\"margin:0 0 8px;text-align:{side}\">{Escape(fact.Value)}</dd>\n");
        }

        html.Append($"""
            </dl>
            <p class="quiet" style="margin:0;padding-top:16px;border-top:1px solid #dfe1e2;font-size:13px;color:#565c65">{string.Join("<br>", Foot(letter).Select(Escape))}</p>
            </main>
            </body>
            </html>

            """);
        return html.ToString();
    }

    /// <summary>The closing lines, and that nobody has reviewed the translation where nobody has.</summary>
    public static IEnumerable<string> Foot(Letter letter) =>
        letter.Say.IsReviewed ? letter.Closing : [.. letter.Closing, letter.Say.TranslationUnreviewed];

    private static string Of(Passage passage, Texts say, string side) => passage switch
    {
        Passage.Said said => $"<p style=\"{Paragraph}\">{Escape(said.Text)}</p>",
        Passage.Quoted quoted => $"<blockquote dir=\"auto\" style=\"margin:0 0 16px;padding:4px 16px;border-{side}:4px solid #005ea2\">" +
            $"{Escape(quoted.Text).Replace("\n", "<br>", StringComparison.Ordinal)}</blockquote>",
        Passage.Listed listed => $"<ul style=\"{Paragraph};padding-{side}:24px\">" +
            $"{string.Concat(listed.Items.Select(item => $"<li>{Escape(say.Isolated(item))}</li>"))}</ul>",
        _ => throw new UnreachableException(),
    };

    // The encoder writes a line feed as a character reference; it stays one so that a quote can be broken at it.
    private static string Escape(string text) => Encoder.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);
}
