using Core.Requests;

namespace Service.Portal.Layout;

/// <summary>A refusal as a page says it.</summary>
internal static class Mistakes
{
    /// <summary>At its field where it has one, with the rule behind it where there is one.</summary>
    public static FieldError Of(Refusal refusal) =>
        new(refusal.Field, refusal.Source is { } source ? $"{refusal.Text} ({source})" : refusal.Text);
}
