using Core.Requests;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestCommand;

namespace Core.Tests.Requests;

/// <summary>Policy section 6: what must hold for a file to leave holds again at every download.</summary>
public sealed class PreconditionTests
{
    private static readonly Requirement[] Everything = [Requirement.Nda, Requirement.FamilyConsent, Requirement.PartnerRegistration, Requirement.ExistingAgreements];

    private static readonly Dictionary<string, Func<Story, Story>> WhatEnds = new(StringComparer.Ordinal)
    {
        ["FileRecalled"] = story => story.Do(new Recall("f1", "A column too many")),
        ["ConsentMissing"] = story => story.Do(new RejectDocument(DocumentKind.FamilyConsent, "Withdrawn by the families")),
        ["RegistrationMissing"] = story => story.Do(new RejectDocument(DocumentKind.PartnerRegistration, "Two programs are not registered")),
        ["AgreementsMissing"] = story => story.Do(new RejectDocument(DocumentKind.ExistingAgreement, "Out of date")),
        ["NdaEnded"] = story => story.Until(2026, 3, 11),
        ["NotAvailable"] = story => story.Until(2026, 5, 4),
    };

    public static TheoryData<string> Codes => [.. WhatEnds.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_no_longer_holds_stops_the_next_download_with_its_reason(string code)
    {
        var story = Delivered(code == "NotAvailable" ? new LocalDate(2027, 6, 30) : new LocalDate(2026, 3, 10));
        story.Do(new Download("f1"), Actor.Requester).LastRefusal.ShouldBeNull();
        WhatEnds[code](story).LastRefusal.ShouldBeNull();
        var fetched = story.It.FetchesOf("f1").Count;
        var refusal = story.Do(new Download("f1"), Actor.Requester).LastRefusal.ShouldNotBeNull();
        if (code != "FileRecalled")
        {
            refusal.Code.ShouldBe(code);
        }

        refusal.Text.Length.ShouldBeGreaterThan(20);
        story.It.FetchesOf("f1").Count.ShouldBe(fetched);
    }

    [Fact]
    public void A_document_that_is_in_order_again_lets_the_file_be_fetched_again()
    {
        var story = Delivered(new LocalDate(2027, 6, 30)).Do(new RejectDocument(DocumentKind.PartnerRegistration, "Lapsed"));
        story.Do(new Download("f1"), Actor.Requester).LastRefusal!.Code.ShouldBe("RegistrationMissing");
        var clock = story.It.Ledger;
        story.Do(new AcceptDocument(DocumentKind.PartnerRegistration)).LastRefusal.ShouldBeNull();
        story.Do(new Download("f1"), Actor.Requester).LastRefusal.ShouldBeNull();
        // The clock stopped at delivery and stays where it was.
        story.It.Ledger.ShouldBe(clock);
    }

    [Fact]
    public void After_a_recall_it_is_known_who_had_the_file_by_then()
    {
        var story = Delivered(new LocalDate(2027, 6, 30)).Do(new Download("f1"), Actor.Requester).Do(new Download("f1"));
        story.Until(2026, 3, 4).Do(new Recall("f1", "A column too many")).Do(new Download("f1"), Actor.Requester);
        story.It.FetchesOf("f1").Select(one => one.By).ShouldBe([Actor.Requester, Some.Analyst]);
        story.Until(2026, 3, 5).SentKinds.ShouldContain("RecalledNotice");
    }

    [Fact]
    public void A_file_whose_check_is_cut_off_is_given_up_and_its_bytes_are_deleted()
    {
        var story = Story.InProgress().Do(new QuarantineFile("q1", "rates.csv", 120));
        story.It.Quarantined.ShouldHaveSingleItem().FileName.ShouldBe("rates.csv");
        story.Do(new Deliver(["q1"], null)).LastRefusal.ShouldNotBeNull();
        story.Until(2026, 3, 2, 12);
        story.It.Quarantined.ShouldBeEmpty();
        story.Sent.ShouldContain(effect => effect.Effect == new Effect.DeleteFile("q1"));
        story.Do(Some.File("q1")).LastRefusal!.Code.ShouldBe("CheckCutOff");
    }

    [Fact]
    public void A_file_that_is_checked_leaves_the_quarantine()
    {
        var story = Story.InProgress().Do(new QuarantineFile("f1", "rates.csv", 120)).Do(Some.File("f1")).Until(2026, 3, 3);
        story.It.Quarantined.ShouldBeEmpty();
        story.It.Deliverables.ShouldHaveSingleItem();
        story.It.Version.ShouldBe(2);
    }

    private static Story Delivered(LocalDate endsOn)
    {
        var story = Story.Of(Some.Decision(level: DataLevel.DeIdentifiedStudentLevel, requirements: Everything), kind: RequesterKind.CommunityPartner).Do(new Assign("Ana Lyst"));
        foreach (var kind in new[] { DocumentKind.FamilyConsent, DocumentKind.PartnerRegistration, DocumentKind.ExistingAgreement })
        {
            story.Do(new HandInDocument($"doc-{kind}", kind, "a.pdf", 9, "00"), Actor.Requester).Do(new AcceptDocument(kind));
        }

        story.Do(new SignNda("Pat Partner", "Director", true), Actor.Requester).Do(new CountersignNda(endsOn)).Do(Some.File("f1"));
        story.Do(new Deliver(["f1"], null)).LastRefusal.ShouldBeNull();
        return story;
    }
}
