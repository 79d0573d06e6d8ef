using NodaTime;

namespace Core.Partners;

/// <summary>A community partner as the register has it (policy section 3, rule 8).</summary>
/// <param name="Name">The organization; identifies the partner.</param>
/// <param name="Domains">Its e-mail domains, such as "partner.example".</param>
/// <param name="Programs">All its programs that are registered.</param>
/// <param name="Schools">All its school partnerships that are registered.</param>
/// <param name="IsComplete">Whether its registration is complete: all programs and all school partnerships.</param>
/// <param name="NdaEndsOn">The last day of its agreement; null where the register knows of none.</param>
/// <param name="ConsentUntil">Until when the family consent on file holds; null where there is none.</param>
/// <param name="Agreements">Existing agreements with schools that were handed in.</param>
/// <param name="DestructionDueOn">When data it holds has to be destroyed and attested; null where nothing is owed.</param>
/// <param name="Note">For the office.</param>
public sealed record Partner(
    string Name, IReadOnlyList<string> Domains, IReadOnlyList<string> Programs, IReadOnlyList<string> Schools, bool IsComplete,
    LocalDate? NdaEndsOn, LocalDate? ConsentUntil, IReadOnlyList<string> Agreements, LocalDate? DestructionDueOn, string Note);

/// <summary>Where a research approval stands.</summary>
public enum ApprovalStatus
{
    /// <summary>In force between its dates.</summary>
    Approved,
    /// <summary>Suspended for now.</summary>
    Suspended,
    /// <summary>Ended before its time.</summary>
    Revoked,
}

/// <summary>An approved research proposal (policy section 3, rule 7).</summary>
/// <param name="Number">Its number, such as "R-2026-014"; identifies it.</param>
/// <param name="Title">The study.</param>
/// <param name="Researcher">Who was approved.</param>
/// <param name="Email">The researcher's address.</param>
/// <param name="Organization">The researcher's institution.</param>
/// <param name="From">The first day of the approval.</param>
/// <param name="Until">The last day of the approval.</param>
/// <param name="Status">Where it stands.</param>
public sealed record ResearchApproval(
    string Number, string Title, string Researcher, string Email, string Organization, LocalDate From, LocalDate Until, ApprovalStatus Status);
