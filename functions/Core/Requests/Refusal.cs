namespace Core.Requests;

/// <summary>A "no" as a value: why a command cannot be carried out now. The request is unchanged.</summary>
/// <param name="Code">A stable name, such as <c>NotAwaitingFeeDecision</c>.</param>
/// <param name="Text">The reason as a sentence that says what to do.</param>
/// <param name="Source">The rule behind it, where there is one.</param>
/// <param name="Kind">What sort of "no" it is.</param>
/// <param name="Field">The field of the command that is wrong, for <see cref="RefusalKind.BadInput"/>.</param>
public sealed record Refusal(string Code, string Text, string? Source = null, RefusalKind Kind = RefusalKind.WrongState, string? Field = null);

/// <summary>What sort of "no" a refusal is; the API maps it to a status code.</summary>
public enum RefusalKind
{
    /// <summary>The request's state does not allow it (422).</summary>
    WrongState,
    /// <summary>The command itself is wrong (400).</summary>
    BadInput,
    /// <summary>The actor's role does not allow it (403).</summary>
    Forbidden,
    /// <summary>Asked for too often (429).</summary>
    TooOften,
    /// <summary>Someone else was faster (409).</summary>
    Conflict,
}
