using Core.Agreements;
using Core.Partners;
using Core.Routing;
using Core.Tests.Requests;
using NodaTime;

namespace Core.Tests.Partners;

/// <summary>What the registers say of a request (policy section 3, rules 7 and 8; ODA-03).</summary>
public sealed class PartnerFindingsTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    private static readonly Partner Reading = new(
        "Harbor Reading Partners", ["reading.example"], ["Tutoring"], ["Pier School"], IsComplete: true, new(2026, 12, 31), null, [], null, "");

    private static readonly Partner Music = new("Dock Music, Inc.", ["music.example"], [], [], IsComplete: false, null, null, [], null, "");

    [Theory]
    [InlineData("The Harbor Reading Partners, Inc.", "harbor reading partners")]
    [InlineData("  HARBOR   reading-partners ", "harbor reading partners")]
    [InlineData("Niños & Família L.L.C.", "ninos and familia")]
    [InlineData("St. Mary’s", "st marys")]
    [InlineData("The Foundation", "the foundation")]
    [InlineData(null, "")]
    public void A_name_is_compared_by_what_tells_it_apart(string? name, string folded) => PartnerRegister.Folded(name).ShouldBe(folded);

    [Theory]
    // organization, address, says it is complete; what is found (! needs care)
    [InlineData("Harbor Reading Partners", "pat@reading.example", true, "ClaimConfirmed NdaInRegister")]
    [InlineData("the harbor reading partners inc", "pat@mail.reading.example", false, "CompleteInRegister NdaInRegister")]
    [InlineData("Dock Music", "pat@music.example", true, "!ClaimContradicted")]
    [InlineData("Dock Music", "pat@music.example", false, "!IncompleteInRegister")]
    [InlineData("Dock Music", "pat@reading.example", true, "!AddressOfAnother !ClaimContradicted")]
    [InlineData("Harbor Reading Partners", "pat@post.example", true, "!AddressNotOfPartner ClaimConfirmed NdaInRegister")]
    [InlineData("Somebody Else", "pat@reading.example", true, "!KnownByAddress ClaimConfirmed NdaInRegister")]
    [InlineData("Nobody Known", "pat@post.example", true, "!ClaimNotInRegister")]
    [InlineData("Nobody Known", "pat@post.example", false, "NotInRegister")]
    [InlineData("Nobody Known", "pat@notreading.example", false, "NotInRegister")]
    public void A_partner_is_known_by_organization_and_domain_and_a_claim_is_held_against_the_register(
        string organization, string email, bool complete, string expected) =>
        Show(Find(Asking(RequesterKind.CommunityPartner, email, organization, complete), Reading, Music)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-01", null, null, "!NdaEnded")]
    [InlineData("2026-03-02", null, null, "NdaInRegister")]
    [InlineData(null, "2026-03-01", null, "!ConsentEnded")]
    [InlineData(null, "2026-03-02", null, "ConsentOnFile")]
    [InlineData(null, null, "2026-03-01", "!DestructionOverdue")]
    [InlineData(null, null, "2026-03-02", "DestructionDue")]
    public void What_a_partner_has_is_shown_with_its_end(string? nda, string? consent, string? destruction, string expected)
    {
        var partner = Reading with { NdaEndsOn = Day(nda), ConsentUntil = Day(consent), DestructionDueOn = Day(destruction) };
        Show(Find(Asking(RequesterKind.CommunityPartner, "pat@reading.example", partner.Name, true), partner))
            .Split(' ').ShouldBe([expected, "ClaimConfirmed"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("R-2026-014", "res@university.example", "2026-01-01", "2026-12-31", ApprovalStatus.Approved, "ApprovalInForce")]
    [InlineData("r 2026 014", "RES@university.example", "2026-01-01", "2026-12-31", ApprovalStatus.Approved, "ApprovalInForce")]
    [InlineData("R-2026-999", "res@university.example", "2026-01-01", "2026-12-31", ApprovalStatus.Approved, "!ApprovalUnknown")]
    [InlineData("R-2026-014", "res@university.example", "2025-01-01", "2026-03-01", ApprovalStatus.Approved, "!ApprovalExpired")]
    [InlineData("R-2026-014", "res@university.example", "2026-03-03", "2026-12-31", ApprovalStatus.Approved, "!ApprovalNotYet")]
    [InlineData("R-2026-014", "res@university.example", "2026-01-01", "2026-12-31", ApprovalStatus.Suspended, "!ApprovalSuspended")]
    [InlineData("R-2026-014", "res@university.example", "2026-01-01", "2026-12-31", ApprovalStatus.Revoked, "!ApprovalRevoked")]
    [InlineData("R-2026-014", "student@university.example", "2026-01-01", "2026-12-31", ApprovalStatus.Approved, "ApprovalInForce ApprovalOfAnother")]
    [InlineData("R-2026-014", "somebody@post.example", "2026-01-01", "2026-12-31", ApprovalStatus.Approved, "!ApprovalOfAnother ApprovalInForce")]
    public void A_research_approval_is_held_against_the_register(
        string number, string email, string from, string until, ApprovalStatus status, string expected)
    {
        var approval = new ResearchApproval(
            "R-2026-014", "Reading in ferries", "Re Searcher", "res@university.example", "University", Day(from)!.Value, Day(until)!.Value, status);
        Show(PartnerFindings.Of(Asking(RequesterKind.Researcher, email, "University", null, number), new([], [approval]), null, Today)).ShouldBe(expected);
    }

    [Fact]
    public void Others_have_nothing_to_show_but_an_agreement_executed_here_is_named()
    {
        var asking = Asking(RequesterKind.Public, "rita@post.example", null, null);
        Find(asking, Reading).ShouldBeEmpty();
        PartnerFindings.Of(asking, new([], []), new CurrentNda("NDA-1", "DR-1", new(2026, 12, 31)), Today)
            .ShouldHaveSingleItem().Text.ShouldBe("An agreement executed with DR-1 holds until December 31, 2026; it is reused by itself.");
    }

    private static IReadOnlyList<PartnerFinding> Find(Submission submission, params Partner[] partners) =>
        PartnerFindings.Of(submission, new(partners, []), null, Today);

    private static Submission Asking(RequesterKind kind, string email, string? organization, bool? complete, string? approval = null) =>
        Some.Submission(kind) with
        {
            Requester = new Requester
            {
                Name = "Pat Artner", Email = email, Kind = kind, Organization = organization, ResearchApproval = approval,
                PartnerRegistration = complete is { } claim ? new(claim) : null,
            },
        };

    private static LocalDate? Day(string? date) => date is null ? null : Calendar.Office.Date(date);

    private static string Show(IReadOnlyList<PartnerFinding> findings) =>
        string.Join(' ', findings.Select(finding => (finding.NeedsCare ? "!" : "") + finding.Code));
}
