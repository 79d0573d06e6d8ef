using Core.Languages;
using Core.Requests;

namespace Service.Portal.Layout;

/// <summary>A refusal as a page says it.</summary>
internal static class Mistakes
{
    private const string Required = "This is required.";

    // The summary at the top stands far from the field: it must say which one.
    private static readonly Dictionary<string, string> Missing = new(StringComparer.Ordinal)
    {
        ["alternative"] = "Say what may be asked instead",
        ["assignee"] = "Say who is to work on it",
        ["fullName"] = "Enter your full name",
        ["method"] = "Say how the data was destroyed",
        ["question"] = "Write the question",
        ["reason"] = "Give the reason",
        ["text"] = "Write something before you send it",
        ["title"] = "Enter your title",
    };

    /// <summary>The same for a command: words to be looked at again are offered for confirmation.</summary>
    public static FieldError Of(Refusal refusal, RequestCommand command, Texts? say = null) => refusal.Code == Core.Routing.Screening.Unconfirmed
        ? Unconfirmed(refusal, CommandTexts.Characterisations(command), say)
        : Of(refusal, say);

    private static FieldError Unconfirmed(Refusal refusal, IReadOnlyList<string> words, Texts? say) => new(
        refusal.Field, say is null || say == Texts.English ? refusal.Text : say.WordingLookAt(say.Listed(words.Select(say.Quote))), words);

    /// <summary>At its field where it has one, with the rule behind it where there is one.</summary>
    public static FieldError Of(Refusal refusal, Texts? say = null) => new(refusal.Field, refusal switch
    {
        _ when say is not null && say != Texts.English => refusal.Source is null ? refusal.In(say) : say.PageReasonSource(refusal.In(say), refusal.Source),
        { Text: Required, Field: { } field } when Missing.TryGetValue(field, out var words) => words,
        { Source: { } source } => $"{refusal.Text} ({source})",
        _ => refusal.Text,
    });
}
