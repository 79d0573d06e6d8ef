using Core.Languages;

namespace Core.Requests;

/// <summary>A refusal in the requester's language. Those that only staff can meet stay as they are.</summary>
public static class RefusalWords
{
    private const string Required = "This is required.";

    /// <summary>The sentence.</summary>
    public static string In(this Refusal refusal, Texts say) => refusal switch
    {
        _ when say == Texts.English => refusal.Text,
        { Code: "BadInput", Field: { } field, Text: Required } => say.Find("refusal", field) ?? say.RefusalRequired,
        { Code: "BadInput", Field: "agreed" } => say.RefusalNotAgreed,
        _ => say.Find("refusal", refusal.Code) ?? refusal.Text,
    };
}
