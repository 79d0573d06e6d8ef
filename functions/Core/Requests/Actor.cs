namespace Core.Requests;

/// <summary>A role of the staff (contract, "Staff").</summary>
public enum StaffRole
{
    /// <summary>Works on requests.</summary>
    Analyst,
    /// <summary>Decides reviews and overrides checks.</summary>
    Approver,
    /// <summary>Keeps calendar and policy, sees the reports.</summary>
    Administrator,
}

/// <summary>Who did something.</summary>
public abstract record Actor
{
    private Actor() { }

    /// <summary>The person who made the request.</summary>
    public sealed record TheRequester : Actor;

    /// <summary>A member of the staff.</summary>
    /// <param name="Name">As signed in.</param>
    /// <param name="Roles">Their roles at that time.</param>
    public sealed record Staff(string Name, IReadOnlyList<StaffRole> Roles) : Actor;

    /// <summary>The system itself: a timer fired, or a calendar changed.</summary>
    public sealed record TheSystem : Actor;

    /// <summary>The person who made the request.</summary>
    public static Actor Requester { get; } = new TheRequester();

    /// <summary>The system itself.</summary>
    public static Actor System { get; } = new TheSystem();
}
