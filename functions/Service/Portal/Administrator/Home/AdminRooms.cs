namespace Service.Portal.Administrator.Home;

/// <summary>A page of the administrators.</summary>
/// <param name="Href">Its address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Says">What is done there, in a line.</param>
public sealed record AdminRoom(string Href, string Name, string Says);

/// <summary>The pages of the administrators, in groups: the one list that their first page is made of.</summary>
internal static class AdminRooms
{
    /// <summary>The groups in their order.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<AdminRoom> Rooms)> Groups { get; } =
    [
        ("Work and deadlines",
        [
            new("/staff", "Queue", "Every open request, by deadline."),
            new("/admin/sla", "SLA board", "What is open, due soon and missed; the last weeks; what the next days bring."),
            new("/admin/reports", "Reports", "Deadlines kept, workload, law enforcement: over any days, as pages and files."),
        ]),
        ("What left the office",
        [
            new("/admin/disclosures", "Disclosures", "All that was disclosed about a student."),
            new("/admin/destruction", "Destruction", "What receivers have to destroy, and who is held up."),
            new("/admin/audits", "Release audits", "A random sample of what was released, and what was found."),
        ]),
        ("Rules",
        [
            new("/admin/policy", "Policy", "Days, fees, addresses, languages; with a preview, history and undo."),
            new("/admin/calendar", "Calendar", "Closures, and which deadlines they move."),
            new("/admin/catalog", "Catalogue", "The published data that may answer a request."),
            new("/admin/texts", "Standard texts", "What staff write often."),
        ]),
        ("People",
        [
            new("/admin/training", "Training", "Who completed what, and who is held up."),
            new("/admin/registers", "Partners and approvals", "Partner organizations and research approvals."),
            new("/staff/roles", "Who may do what", "Every address and command, by role."),
        ]),
        ("The system",
        [
            new("/admin/health", "Mail and engine", "What is delayed, retried or stuck, and what to do."),
            new("/admin/audit", "Audit", "Check the records; the daily seals."),
        ]),
    ];
}
