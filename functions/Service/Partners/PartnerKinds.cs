using Core.Partners;
using NodaTime;
using NodaTime.Text;
using Service.Registers;

namespace Service.Partners;

/// <summary>The registers of partners and of research approvals: their columns, and how a line is read.</summary>
internal static class PartnerKinds
{
    /// <summary>The partners.</summary>
    public static RegisterKind<Partner> Partners { get; } = new(
        "partners", "Partners",
        ["name"], ["domains", "programs", "schools", "complete", "ndaEndsOn", "consentUntil", "agreements", "destructionDueOn", "note"],
        line => new(
            line.Text("name", required: true), Domains(line), line.Texts("programs"), line.Texts("schools"), line.YesNo("complete") ?? false,
            line.Date("ndaEndsOn"), line.Date("consentUntil"), line.Texts("agreements"), line.Date("destructionDueOn"), line.Text("note")),
        one =>
        [
            one.Name, Listed(one.Domains), Listed(one.Programs), Listed(one.Schools), one.IsComplete ? "yes" : "no",
            Day(one.NdaEndsOn), Day(one.ConsentUntil), Listed(one.Agreements), Day(one.DestructionDueOn), one.Note,
        ])
    {
        Care = (one, today) => Sentences(
            one.DestructionDueOn < today ? "Destruction of data is overdue." : null,
            one.NdaEndsOn < today ? "The agreement has ended." : null,
            one.ConsentUntil < today ? "The consent on file has ended." : null,
            one.IsComplete ? null : "The registration is not complete."),
    };

    /// <summary>The research approvals.</summary>
    public static RegisterKind<ResearchApproval> Approvals { get; } = new(
        "approvals", "Research approvals",
        ["number", "title", "researcher", "email", "organization", "from", "until", "status"], [],
        Approval,
        one => [one.Number, one.Title, one.Researcher, one.Email, one.Organization, Day(one.From), Day(one.Until), one.Status.ToString()])
    {
        Care = (one, today) => one switch
        {
            { Status: ApprovalStatus.Approved } => one.Until < today ? "It has ended." : null,
            _ => $"It is {one.Status.ToString().ToLowerInvariant()}.",
        },
    };

    private static ResearchApproval Approval(RegisterLine line)
    {
        var (from, until) = (line.Date("from", required: true), line.Date("until", required: true));
        if (until < from)
        {
            line.Wrong("until", "The approval ends before it begins.");
        }

        return new(
            line.Text("number", required: true), line.Text("title", required: true), line.Text("researcher", required: true),
            line.Email("email", required: true), line.Text("organization", required: true), from ?? LocalDate.MinIsoValue, until ?? LocalDate.MinIsoValue,
            line.Choice<ApprovalStatus>("status", required: true) ?? ApprovalStatus.Approved);
    }

    private static IReadOnlyList<string> Domains(RegisterLine line)
    {
        var domains = line.Texts("domains");
        foreach (var odd in domains.Where(domain => Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal)))
        {
            line.Wrong("domains", $"\"{odd}\" is not an e-mail domain, such as partner.example.");
        }

        return [.. domains.Select(domain => domain.ToLowerInvariant())];
    }

    private static string? Sentences(params string?[] sentences) =>
        string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } all ? all : null;

    private static string Listed(IReadOnlyList<string> texts) => string.Join("; ", texts);

    private static string? Day(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
