using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Core.Languages;
using Core.Notifications;
using Core.Requests;
using Service.Desk;
using Service.Mail;

namespace Service.Portal.Analyst.Outgoing;

/// <summary>
/// The e-mails an action would send, found by carrying it out on paper: what is owed at once in the state that would follow and is not
/// owed in the one that is. They are written by the same code that writes the real ones.
/// </summary>
internal static partial class LettersToSend
{
    // The real link is a secret of the requester's.
    private const string NoToken = "sent-with-the-letter";

    /// <summary>The letters of what was tried on paper.</summary>
    public static IReadOnlyList<OutgoingLetter> Between(RequestState before, OnPaper paper) => Between(before, paper.After, paper.Circumstances);

    /// <summary>The letters, in the order they would leave.</summary>
    public static IReadOnlyList<OutgoingLetter> Between(RequestState before, RequestState after, Circumstances circumstances)
    {
        var known = Mails(before, circumstances).Select(mail => mail.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Mails(after, circumstances).Where(mail => !known.Contains(mail.Id)).Select(mail => Write(mail.Message, after, circumstances))];
    }

    /// <summary>
    /// The same for the same letters: who sends this back has had them before their eyes. Empty where no letter leaves. The time of day in a
    /// letter goes on while it is read, so it does not count.
    /// </summary>
    public static string Fingerprint(IReadOnlyList<OutgoingLetter> letters) => letters.Count == 0
        ? ""
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\f', letters.Select(one => $"{string.Join(' ', one.To)}\n{one.Letter.Subject}\n{TimeOfDay().Replace(LetterText.Render(one.Letter), "")}")))))[..24];

    private static IEnumerable<(string Id, Message Message)> Mails(RequestState state, Circumstances circumstances) =>
        from owed in Owed.Effects(state, circumstances)
        where owed.DueAt <= circumstances.Now && owed.Effect is Effect.SendMail
        select (owed.Id, ((Effect.SendMail)owed.Effect).Message);

    private static OutgoingLetter Write(Message message, RequestState state, Circumstances circumstances)
    {
        var context = new LetterContext(
            circumstances.Policy, circumstances.Calendar, Standing.Of(state, circumstances), LetterLinks.For("https://…", state.Id, NoToken));
        var letter = Letters.Write(message, state, context);
        return new(
            Recipients.Of(message, state, circumstances.Policy), letter,
            letter.Say.Tag == Texts.English.Tag ? null : Letters.Write(message, InEnglish(state), context));
    }

    private static RequestState InEnglish(RequestState state) =>
        state with { Submission = state.Submission with { Language = Texts.English.Tag } };

    [GeneratedRegex(@"\d{1,2}:\d{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeOfDay();
}
