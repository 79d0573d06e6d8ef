using NodaTime;
using Service.Portal.Layout;

namespace Service.Portal.Administrator;

/// <summary>What receivers have to destroy, or had to.</summary>
/// <param name="Lines">The longest overdue first.</param>
/// <param name="In">What was typed into a form that was not carried out; its name ends in the request's id.</param>
/// <param name="Filter">Which of them are shown.</param>
public sealed record DestructionView(IReadOnlyList<DestructionLine> Lines, Entries In, Entries Filter)
{
    /// <summary>Which may be shown.</summary>
    public static IReadOnlyList<Option> Filters { get; } =
        [new("Owed", "Owed: not attested yet"), new("Overdue", "Overdue: holds up its receiver"), new("Settled", "Attested or done without"), new("All", "All")];
}

/// <summary>One destruction that is or was owed.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Receiver">Who received the data, with their organization.</param>
/// <param name="EndsOn">The last day of the agreement.</param>
/// <param name="OverdueFrom">From when on it is overdue; null once it is settled.</param>
/// <param name="IsDue">It is asked for.</param>
/// <param name="IsOverdue">It is overdue.</param>
/// <param name="RemindedAt">When an administrator last had them reminded.</param>
public sealed record DestructionLine(
    string RequestId, string Receiver, LocalDate EndsOn, Instant? OverdueFrom, bool IsDue, bool IsOverdue, Instant? RemindedAt)
{
    /// <summary>How often the clock asked and reminded the receiver.</summary>
    public int Chased { get; init; }

    /// <summary>When last.</summary>
    public Instant? LastChasedAt { get; init; }

    /// <summary>When it was attested or done without; null while it is owed.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>Who attested it and how, or why it was done without.</summary>
    public string? SettledHow { get; init; }

    /// <summary>It was attested rather than done without.</summary>
    public bool IsAttested { get; init; }

    /// <summary>Requests that were refused because of it.</summary>
    public IReadOnlyList<string> RefusedRequests { get; init; } = [];
}
