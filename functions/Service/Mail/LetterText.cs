using System.Diagnostics;
using System.Text;
using Core.Notifications;

namespace Service.Mail;

/// <summary>A letter as plain text: everything the HTML says, in the same order.</summary>
internal static class LetterText
{
    public static string Render(Letter letter)
    {
        var text = new StringBuilder();
        Block(letter.Greeting);
        foreach (var passage in letter.Passages)
        {
            Block(passage switch
            {
                Passage.Said said => said.Text,
                Passage.Quoted quoted => string.Join('\n', quoted.Text.Split('\n').Select(line => $"> {letter.Say.Isolated(line)}")),
                Passage.Listed listed => string.Join('\n', listed.Items.Select(item => $"- {letter.Say.Isolated(item)}")),
                _ => throw new UnreachableException(),
            });
        }

        if (letter.ByWhen is { } byWhen)
        {
            Block(byWhen);
        }

        Block($"{letter.Action.Text}:\n{letter.Action.Link}");
        Block(string.Join('\n', letter.Facts.Select(fact => $"{fact.Label}: {Value(fact)}")));
        Block("-- \n" + string.Join('\n', LetterHtml.Foot(letter)));
        return text.ToString();

        // A mail program that makes links of addresses would take the mark at its end for a part of it.
        string Value(Fact fact) => fact.Value.Contains("://", StringComparison.Ordinal) ? fact.Value : letter.Say.Isolated(fact.Value);

        void Block(string block) => text.Append(text.Length == 0 ? "" : "\n").Append(block).Append('\n');
    }
}
