using Service.Portal.Analyst;
using static Service.Roles.Who;

namespace Service.Roles;

/// <summary>
/// Who may see and do what, address by address; <see cref="CommandPermissions"/> is its part on commands. <see cref="AccessGate"/> lets
/// nobody past that a row does not name, and an address without a row is closed to everybody. <c>/staff/roles</c> shows the whole table.
/// </summary>
internal static class AccessTable
{
    /// <summary>Every address of the product.</summary>
    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        // For everybody
        new("GET", "/", Anybody, "What this office does"),
        new("GET", "/request", Anybody, "Ask for data: the form"),
        new("POST", "/request", Anybody, "Ask for data: a step of the form"),
        new("GET", "/catalog", Anybody, "Published data"),
        new("GET", "/catalog/open/{id}", Anybody, "A published dataset, opened and counted"),
        new("GET", "/catalog/suggest", Anybody, "Published data that fits what is being typed"),
        new("GET", "/counter", Anybody, "Police or another authority at a school: write the visit down"),
        new("POST", "/counter", Anybody, "Write a visit down: a step of the form"),
        new("GET", "/counter/recorded", Anybody, "What to do now, for the browser that wrote the visit down"),
        new("POST", "/counter/papers", Anybody, "Add a copy of the papers, for the browser that wrote the visit down"),
        new("GET", "/accountability", Anybody, "What law enforcement asked for and got: the latest report"),
        new("GET", "/accountability/{year}", Anybody, "What law enforcement asked for and got in a school year"),
        new("GET", "/api/reports/accountability/{year}", Anybody, "What law enforcement asked for and got in a school year"),
        new("GET", "/lost-link", Anybody, "Get a new link"),
        new("POST", "/lost-link", Anybody, "Ask for a new link"),
        new("GET", "/lost-link/sent", Anybody, "A new link is on its way, if there was one"),
        new("GET", "/sign-in", Anybody, "Sign in, for staff"),
        new("GET", "/sign-in/failed", Anybody, "The sign-in did not work"),
        new("GET", "/sign-out/account", Anybody, "Sign out of the district account, where it is what staff sign in with"),
        new("GET", "/healthz", Anybody, "Whether the app can serve"),
        new("GET", "/docs/{documentName?}", Anybody, "The API, explained"),
        new("GET", "/docs/scalar.js", Anybody, "Its script"),
        new("GET", "/docs/scalar.aspnetcore.js", Anybody, "Its script"),
        new("GET", "/docs/favicon.svg", Anybody, "Its picture"),
        new("GET", "/openapi/{documentName}.json", Anybody, "The API's document"),
        new("POST", "/api/triage", Anybody, "Where a request would go; nothing is stored"),
        new("POST", "/api/requests", Anybody, "Submit a request"),
        new("POST", "/api/link-renewals", Anybody, "Ask for a new link"),
        new("GET", "/api/catalog", Anybody, "Published data that fits"),

        // For whoever made the request
        new("GET", "/requests/{id}", Requester, "Their own request"),
        new("GET", "/requests/{id}/sent", Requester, "Confirmation"),
        new("POST", "/requests/{id}/answer", Requester, "Answer a question"),
        new("POST", "/requests/{id}/fee", Requester, "Decide on the fee"),
        new("GET", "/requests/{id}/nda", Requester, "Read the agreement"),
        new("POST", "/requests/{id}/nda", Requester, "Sign the agreement"),
        new("GET", "/requests/{id}/agreement.pdf", Requester, "The agreement as PDF"),
        new("POST", "/requests/{id}/documents", Requester, "Hand in a document"),
        new("GET", "/requests/{id}/withdraw", Requester, "Withdraw: are you sure?"),
        new("POST", "/requests/{id}/withdraw", Requester, "Withdraw"),
        new("GET", "/requests/{id}/files/{fileId}", Requester, "Fetch a file"),
        new("POST", "/requests/{id}/files/{fileId}", Requester, "Fetch a file with a code"),
        new("POST", "/requests/{id}/files/{fileId}/code", Requester, "Have a code sent"),
        new("POST", "/requests/{id}/destruction", Requester, "Attest destruction"),
        new("POST", "/api/requests/{id}/answers", Requester, "Answer a question"),
        new("POST", "/api/requests/{id}/fee-decision", Requester, "Decide on the fee"),
        new("POST", "/api/requests/{id}/nda-signature", Requester, "Sign the agreement"),
        new("POST", "/api/requests/{id}/documents", Requester, "Hand in a document"),
        new("POST", "/api/requests/{id}/withdrawal", Requester, "Withdraw"),
        new("POST", "/api/requests/{id}/destruction-attestation", Requester, "Attest destruction"),
        new("POST", "/api/requests/{id}/download-codes", Requester, "Have a code sent"),
        new("GET", "/api/requests/{id}", Requester | Staff, "The request, as its reader may see it"),
        new("GET", "/api/requests/{id}/deliverables/{deliverableId}", Requester | Staff, "Fetch a file"),

        // For the staff
        new("GET", "/staff", Staff, "Queue"),
        new("POST", "/staff/bulk", Staff, "A command on several requests (roles by command)"),
        new("POST", "/staff/filters", Staff, "Keep a filter of the queue"),
        new("POST", "/staff/filters/forget", Staff, "Forget a filter"),
        new("POST", "/staff/sign-out", Anybody, "Sign out"),
        new("GET", "/staff/training", Staff, "Your training"),
        new("GET", "/staff/roles", Staff, "Who may do what: this table"),
        new("GET", "/staff/requests/{id}", Staff, "A request"),
        new("GET", "/staff/requests/{id}/agreement.pdf", Staff, "The agreement as PDF"),
        new("GET", "/staff/requests/{id}/documents/{documentId}", Staff, "A document that was handed in"),
        new("POST", "/staff/requests/{id}/upload", Analyst | Administrator, "Upload a file for release"),
        new("POST", "/staff/requests/{id}/suppress", Analyst | Administrator, "Make the suppressed table"),
        new("POST", "/staff/requests/{id}/here", Staff, "Say that a request is open on somebody's screen"),
        .. StaffPages.Forms.Select(form => new AccessRow("POST", $"/staff/requests/{{id}}/{form}", Staff, "A command (roles by command)")),
        new("POST", "/api/requests/{id}/commands", Staff, "A command (roles by command)"),
        new("POST", "/api/requests/{id}/deliverables", Analyst | Administrator, "Upload a file for release"),
        new("POST", "/api/requests/{id}/deliverables/{deliverableId}/suppressed", Analyst | Administrator, "Make the suppressed table"),
        new("GET", "/api/queue", Staff, "Queue"),
        new("GET", "/admin/sla", Staff, "Deadlines"),
        new("GET", "/api/sla/summary", Staff, "Deadlines in numbers"),
        new("GET", "/api/sla/breaches", Staff, "Deadlines missed"),
        new("GET", "/admin/reports", Staff, "Reports"),
        new("GET", "/admin/reports/promptness", Staff, "Deadlines kept"),
        new("GET", "/admin/reports/workload", Staff, "Workload"),
        new("GET", "/admin/reports/forecast", Staff, "Deadlines to come"),
        new("GET", "/admin/reports/accountability", Staff, "What law enforcement asked for and got, counted"),
        new("GET", "/admin/reports/law-enforcement", Staff, "Requests of law enforcement"),
        new("GET", "/admin/reports/disclosures", Staff, "Disclosures"),
        new("GET", "/api/reports/accountability", Staff, "What law enforcement asked for and got, counted"),
        new("GET", "/api/reports/promptness", Staff, "Deadlines kept"),
        new("GET", "/api/reports/workload", Staff, "Workload"),
        new("GET", "/api/reports/forecast", Staff, "Deadlines to come"),
        new("GET", "/api/reports/disclosures", Staff, "Disclosures"),
        new("GET", "/api/reports/law-enforcement", Staff, "Requests of law enforcement"),
        new("GET", "/api/reports/catalog", Staff, "How the catalogue is used"),
        new("GET", "/api/audit/verify", Staff, "Check the records"),
        new("GET", "/api/audit/seals", Staff, "The daily seals"),
        new("GET", "/api/audit/seals/export", Staff, "The daily seals to keep elsewhere"),

        // For some roles
        new("GET", "/admin/disclosures", Approver | Administrator, "All disclosures about a student"),
        new("POST", "/admin/disclosures", Approver | Administrator, "Find the disclosures about a student"),
        new("POST", "/admin/disclosures/csv", Approver | Administrator, "The same as CSV"),
        new("GET", "/api/reports/reads", Administrator, "Who looked at identifiable data"),
        new("GET", "/api/audit/chains/{chain}", Administrator, "A chain of records"),
        new("GET", "/admin/audit", Administrator, "Audit"),
        new("POST", "/admin/audit", Administrator, "Check the records"),
        new("GET", "/admin/audit/seals.txt", Administrator, "The daily seals to keep elsewhere"),
        new("GET", "/admin/calendar", Administrator, "Calendar"),
        new("POST", "/admin/calendar/closures", Administrator, "Add a closure"),
        new("POST", "/admin/calendar/file", Administrator, "Replace the closures"),
        new("GET", "/api/admin/calendar", Administrator, "Calendar"),
        new("PUT", "/api/admin/calendar", Administrator, "Replace the closures"),
        new("GET", "/admin/policy", Administrator, "Policy"),
        new("POST", "/admin/policy", Administrator, "Change the policy"),
        new("GET", "/api/admin/policy", Administrator, "Policy"),
        new("PUT", "/api/admin/policy", Administrator, "Change the policy"),
        new("GET", "/admin/catalog", Administrator, "Catalogue"),
        new("POST", "/admin/catalog", Administrator, "Change the catalogue"),
        new("GET", "/api/admin/catalog", Administrator, "Catalogue"),
        new("PUT", "/api/admin/catalog", Administrator, "Change the catalogue"),
        new("GET", "/admin/texts", Administrator, "Standard texts"),
        new("GET", "/admin/texts/{version:int}", Administrator, "An earlier version of the standard texts"),
        new("POST", "/admin/texts", Administrator, "Write a standard text"),
        new("POST", "/admin/texts/removal", Administrator, "Remove a standard text"),
        new("POST", "/admin/texts/{version:int}", Administrator, "Go back to earlier standard texts"),
        new("GET", "/admin/training", Administrator, "Training"),
        new("GET", "/admin/training/register.csv", Administrator, "The training register as CSV"),
        new("POST", "/admin/training/preview", Administrator, "What a file would change"),
        new("POST", "/admin/training/entry", Administrator, "Enter a training"),
        new("POST", "/admin/training/removal", Administrator, "What removing somebody would change"),
        new("GET", "/admin/training/versions/{version:int}", Administrator, "What going back to a version would change"),
        new("POST", "/admin/training/register", Administrator, "Change the training register"),
        new("GET", "/api/admin/training", Administrator, "Training"),
        new("GET", "/api/admin/training/completion", Administrator, "Training by office"),
        new("GET", "/api/admin/training/register", Administrator, "The training register as CSV"),
        new("PUT", "/api/admin/training/register", Administrator, "Change the training register"),

        // On one machine, in Development only
        new("GET", "/dev", Anybody, "Development only: start"),
        new("GET", "/dev/clock", Anybody, "Development only: the clock"),
        new("POST", "/dev/clock", Anybody, "Development only: set the clock"),
        new("GET", "/dev/mailbox", Anybody, "Development only: every e-mail"),
        new("GET", "/dev/mailbox/{id}", Anybody, "Development only: an e-mail"),
        new("POST", "/dev/mailbox/failures", Anybody, "Development only: let mail fail"),
        new("POST", "/dev/graph/v1.0/users/{mailbox}/sendMail", Anybody, "Development only: the mail server"),
        new("GET", "/dev/sign-in", Anybody, "Development only: choose who you are"),
        new("POST", "/dev/sign-in", Anybody, "Development only: sign in"),
    ];

    private static readonly Dictionary<(string, string), AccessRow> ByAddress =
        Rows.DistinctBy(row => (row.Method, row.Route)).ToDictionary(row => (row.Method, row.Route));

    /// <summary>The row of an address; null where it has none.</summary>
    public static AccessRow? Find(string method, string route) => ByAddress.GetValueOrDefault((method, Trimmed(route)));

    /// <summary>An address as the table writes it: with a slash before and none after.</summary>
    public static string Trimmed(string route) => "/" + route.Trim('/');
}
