using Core.Requests;

namespace Service.Roles;

/// <summary>
/// Who may do what: the table. Analysts and administrators do the daily work; approvers decide (policy sections 3 and 6). A request
/// under review is denied by an approver alone, which depends on the request and so is for the lifecycle to say.
/// </summary>
internal static class CommandPermissions
{
    private static readonly StaffRole[] Daily = [StaffRole.Analyst, StaffRole.Administrator];
    private static readonly StaffRole[] Everybody = [StaffRole.Analyst, StaffRole.Approver, StaffRole.Administrator];
    private static readonly StaffRole[] Approvers = [StaffRole.Approver];
    private static readonly StaffRole[] Administrators = [StaffRole.Administrator];

    /// <summary>The roles by command; one of them is enough.</summary>
    public static IReadOnlyDictionary<Type, StaffRole[]> Table { get; } = new Dictionary<Type, StaffRole[]>
    {
        [typeof(RequestCommand.Assign)] = Everybody,
        [typeof(RequestCommand.AskClarification)] = Daily,
        [typeof(RequestCommand.EstimateFee)] = Daily,
        [typeof(RequestCommand.WaiveFee)] = Daily,
        [typeof(RequestCommand.RequireNda)] = Daily,
        [typeof(RequestCommand.CountersignNda)] = Everybody,
        [typeof(RequestCommand.AcceptDocument)] = Daily,
        [typeof(RequestCommand.RejectDocument)] = Daily,
        [typeof(RequestCommand.Approve)] = Approvers,
        [typeof(RequestCommand.Deny)] = Everybody,
        [typeof(RequestCommand.NotifyFamily)] = Everybody,
        [typeof(RequestCommand.ForbidFamilyNotice)] = Approvers,
        [typeof(RequestCommand.ReportToSuperintendent)] = [StaffRole.Approver, StaffRole.Administrator],
        [typeof(RequestCommand.DescribeStudents)] = Everybody,
        [typeof(RequestCommand.Reroute)] = Everybody,
        [typeof(RequestCommand.Extend)] = Daily,
        [typeof(RequestCommand.QuarantineFile)] = Daily,
        [typeof(RequestCommand.AbandonFile)] = Daily,
        [typeof(RequestCommand.AddDeliverable)] = Daily,
        [typeof(RequestCommand.OverrideCheck)] = Approvers,
        [typeof(RequestCommand.ExceptConsent)] = Approvers,
        [typeof(RequestCommand.Deliver)] = Daily,
        [typeof(RequestCommand.Recall)] = Everybody,
        [typeof(RequestCommand.Remind)] = Daily,
        [typeof(RequestCommand.RevokeAccess)] = Daily,
        [typeof(RequestCommand.RenewAccess)] = Daily,
        [typeof(RequestCommand.RemindDestruction)] = Administrators,
        [typeof(RequestCommand.ExemptDestruction)] = Administrators,
        [typeof(RequestCommand.AddNote)] = Everybody,
        [typeof(RequestCommand.Close)] = Daily,
    };

    /// <summary>Whether their roles allow a command of this type.</summary>
    public static bool Allow(Actor.Staff staff, Type command) =>
        Table.TryGetValue(command, out var roles) && staff.Roles.Intersect(roles).Any();
}
