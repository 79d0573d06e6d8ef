using Service.Portal.Layout;
using LedgerEntry = Core.Disclosure.LedgerEntry;

namespace Service.Portal.Administrator;

/// <summary>The record about one student, where one was looked up.</summary>
/// <param name="In">The form, with the student's ID.</param>
/// <param name="Record">All entries, oldest first; null where nobody was looked up.</param>
public sealed record DisclosureView(Entries In, IReadOnlyList<LedgerEntry>? Record)
{
    /// <summary>The student's ID as it was typed.</summary>
    public string StudentId => In["studentId"];
}
