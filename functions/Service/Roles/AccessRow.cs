using Core.Requests;

namespace Service.Roles;

/// <summary>A row of the table: an address and who may come to it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The address, its variable parts in braces.</param>
/// <param name="Who">Who may.</param>
/// <param name="What">What it is for.</param>
internal sealed record AccessRow(string Method, string Route, Who Who, string What)
{
    /// <summary>Whether the table alone lets them in. A requester's secret is judged where the request is opened.</summary>
    public bool LetsIn(Actor.Staff? staff) =>
        (Who & (Who.Anybody | Who.Requester)) != Who.None || (staff is not null && staff.Roles.Any(role => Who.HasFlag(Of(role))));

    /// <summary>A role as the table names it.</summary>
    public static Who Of(StaffRole role) => Enum.Parse<Who>(role.ToString());
}
