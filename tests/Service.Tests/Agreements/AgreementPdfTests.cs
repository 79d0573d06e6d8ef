using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Core.Agreements;
using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Agreements;
using Shared;

namespace Service.Tests.Agreements;

public sealed class AgreementPdfTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_object_is_where_the_file_says_and_every_page_is_listed()
    {
        var pdf = new PdfReading(AgreementPdf.Make(Executed(Text(30))));

        pdf.Version.ShouldBe("%PDF-1.7");
        pdf.Pages.ShouldBeGreaterThan(1);
        pdf.Text.ShouldContain($"page {pdf.Pages} of {pdf.Pages}");
    }

    [Fact]
    public void It_shows_the_text_both_signatures_and_the_hash()
    {
        var state = Executed(Text(2));

        var pdf = new PdfReading(AgreementPdf.Make(state));

        pdf.Pages.ShouldBe(1);
        foreach (var said in (string[])["Non-Disclosure Agreement", "2. Article", "The Receiver keeps the information safe.", "Robin Example, Director",
            "2026-03-03 15:00:00 UTC", "Lee Analyst", "Last day of this agreement: Wednesday, June 30, 2027", state.Nda!.Document!.TextHash])
        {
            pdf.Text.ShouldContain(said);
        }
    }

    [Fact]
    public void The_signed_text_is_attached_so_that_its_hash_can_be_computed_again()
    {
        var state = Executed(Text(2));

        new PdfReading(AgreementPdf.Make(state)).Streams.ShouldContain(stream => Encoding.UTF8.GetString(stream) == state.Nda!.Document!.Text);
    }

    [Fact]
    public void The_same_agreement_gives_the_same_bytes() => AgreementPdf.Make(Executed(Text(5))).ShouldBe(AgreementPdf.Make(Executed(Text(5))));

    [Fact]
    public void A_word_without_end_and_letters_of_other_scripts_are_written()
    {
        var pdf = new PdfReading(AgreementPdf.Make(Executed("Title\n\n" + new string('x', 5_000) + "\n\nÑandú Nguyễn Иван 日本 👍\n")));

        pdf.Text.ShouldContain("Ñandú Nguyễn Иван \uFFFD\uFFFD");
        pdf.Pages.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Another_text_than_the_one_signed_gives_no_pdf()
    {
        var state = Executed(Text(2));
        var changed = state with { Nda = state.Nda! with { Document = state.Nda.Document! with { Text = "Another" } } };

        Should.Throw<InvalidOperationException>(() => AgreementPdf.Make(changed));
    }

    [Fact]
    public void An_unsigned_agreement_gives_no_pdf()
    {
        var state = Executed(Text(2));

        Should.Throw<InvalidOperationException>(() => AgreementPdf.Make(state with { Nda = state.Nda! with { Signature = null } }));
    }

    [Fact]
    public async Task It_is_kept_once_however_often_it_is_stored()
    {
        var agreements = new AgreementPdf(new BlobServiceClient(azurite.NewStorage()));
        (await agreements.FindAsync("DR-1", Cancel)).ShouldBeNull();

        await agreements.StoreAsync(Executed(Text(2)), Cancel);
        var first = await agreements.FindAsync("DR-1", Cancel);
        await agreements.StoreAsync(Executed(Text(2)), Cancel);

        first.ShouldNotBeNull();
        (await agreements.FindAsync("DR-1", Cancel)).ShouldBe(first);
    }

    private static string Text(int articles) => "Non-Disclosure Agreement\n\n" + string.Join("\n\n", Enumerable.Range(1, articles)
        .Select(number => $"{number}. Article\n\n{string.Join(' ', Enumerable.Repeat("The Receiver keeps the information safe.", 12))}")) + "\n";

    private static RequestState Executed(string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new()
        {
            Id = "DR-1",
            Submission = new()
            {
                Requester = new() { Name = "Robin Example", Email = "robin@partner.example", Kind = RequesterKind.CommunityPartner },
                Purpose = "Tutoring", Audience = "Staff", Data = new() { Level = DataLevel.DeIdentifiedStudentLevel, Scope = "Attendance" },
            },
            Decision = new()
            {
                Disposition = Disposition.Accept, Office = Office.DataAndAccountability, EffectiveLevel = DataLevel.DeIdentifiedStudentLevel,
                Reasons = [new("NdaRequired", "An agreement is needed.", "ODA-03")],
            },
            Nda = new()
            {
                Document = new("DR-1", 1, text, hash),
                Signature = new("Robin Example", "Director", hash),
                SignedAt = Instant.FromUtc(2026, 3, 3, 15, 0),
                CountersignedBy = "Lee Analyst",
                ExecutedAt = Instant.FromUtc(2026, 3, 4, 15, 0),
                EndsOn = new LocalDate(2027, 6, 30),
            },
        };
    }
}
