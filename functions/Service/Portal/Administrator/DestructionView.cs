using NodaTime;
using Service.Portal.Layout;

namespace Service.Portal.Administrator;

/// <summary>What receivers still have to destroy.</summary>
/// <param name="Lines">The longest overdue first.</param>
/// <param name="In">What was typed into a form that was not carried out; its name ends in the request's id.</param>
public sealed record DestructionView(IReadOnlyList<DestructionLine> Lines, Entries In);

/// <summary>One destruction that is owed.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Receiver">Who received the data, with their organization.</param>
/// <param name="EndsOn">The last day of the agreement.</param>
/// <param name="OverdueFrom">From when on it is overdue.</param>
/// <param name="IsDue">It is asked for.</param>
/// <param name="IsOverdue">It is overdue.</param>
/// <param name="RemindedAt">When an administrator last had them reminded.</param>
public sealed record DestructionLine(
    string RequestId, string Receiver, LocalDate EndsOn, Instant OverdueFrom, bool IsDue, bool IsOverdue, Instant? RemindedAt);
