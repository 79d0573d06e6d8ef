namespace Service.Roles;

/// <summary>Who may come to an address; several of them may.</summary>
[Flags]
internal enum Who
{
    /// <summary>Nobody.</summary>
    None = 0,
    /// <summary>Anybody, signed in or not.</summary>
    Anybody = 1,
    /// <summary>Whoever holds the link or token of the request that the address names.</summary>
    Requester = 2,
    /// <summary>Staff with the role Analyst.</summary>
    Analyst = 4,
    /// <summary>Staff with the role Approver.</summary>
    Approver = 8,
    /// <summary>Staff with the role Administrator.</summary>
    Administrator = 16,
    /// <summary>Staff with any role.</summary>
    Staff = Analyst | Approver | Administrator,
}
