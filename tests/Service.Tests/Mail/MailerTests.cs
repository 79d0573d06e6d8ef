using Core.Notifications;
using Core.Requests;
using Core.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Calendar;
using Service.Mail;
using Service.Policy;
using Service.SignIn;
using Service.SignIn.Keys;
using Service.Storage;
using Shared;

namespace Service.Tests.Mail;

public sealed class MailerTests(AzuriteFixture azurite)
{
    private static readonly Message Confirmation = new(MessageKind.Confirmation, Audience.Requester, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_goes_to_the_requester_with_a_link_that_opens_their_page()
    {
        var storage = azurite.NewStorage();
        await using var post = await Post.OpenAsync(storage);
        using var host = Host(storage, post);

        (await MailerOf(host).SendAsync(State(), Confirmation, "mail/Confirmation/1", Cancel)).ShouldBe(MailOutcome.Sent);

        var mail = (await post.ReceivedAsync()).ShouldHaveSingleItem();
        mail.To.ShouldBe("robin@partner.example");
        mail.RequestId.ShouldBe("DR-1");
        mail.Template.ShouldBe("Confirmation");
        var link = mail.Text.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("https://site.example/requests/DR-1?token=", StringComparison.Ordinal));
        mail.Html.ShouldContain($"href=\"{link}\"");
        var token = Uri.UnescapeDataString(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        (await host.Services.GetRequiredService<AccessTokens>().OpensAsync(State(), token, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_effect_after_a_crash_is_the_same_message()
    {
        var storage = azurite.NewStorage();
        await using var post = await Post.OpenAsync(storage);
        for (var run = 1; run <= 2; run++)
        {
            using var host = Host(storage, post);
            (await MailerOf(host).SendAsync(State(), Confirmation, "mail/Confirmation/1", Cancel)).ShouldBe(MailOutcome.Sent);
        }

        post.Calls.ShouldBe(2);
        (await post.ReceivedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_name_with_markup_arrives_as_text()
    {
        var storage = azurite.NewStorage();
        await using var post = await Post.OpenAsync(storage);
        using var host = Host(storage, post);

        await MailerOf(host).SendAsync(State(name: "<script>alert(1)</script>\r\nBcc: all@example.com"), Confirmation, "mail/Confirmation/1", Cancel);

        var mail = (await post.ReceivedAsync()).ShouldHaveSingleItem();
        mail.Html.ShouldNotContain("<script>");
        mail.Html.ShouldContain("&lt;script&gt;");
        mail.To.ShouldBe("robin@partner.example");
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_so_and_not_tried_for_ever()
    {
        var storage = azurite.NewStorage();
        await using var post = await Post.OpenAsync(storage);
        using var host = Host(storage, post);

        (await MailerOf(host).SendAsync(State(email: "nobody at nowhere"), Confirmation, "mail/Confirmation/1", Cancel))
            .ShouldBe(MailOutcome.Undeliverable);

        post.Calls.ShouldBe(0);
    }

    private static Mailer MailerOf(IHost host) => host.Services.GetRequiredService<Mailer>();

    // Built and never started: only what mail needs is made.
    private static IHost Host(string storage, Post post)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.Configuration[StorageSetup.Setting] = storage;
        builder.Configuration["Mail:GraphBaseUrl"] = post.GraphBaseUrl;
        builder.Configuration["Mail:PublicBaseUrl"] = "https://site.example/";
        builder.Services.AddStorage(builder.Configuration).AddKeys().AddPolicy().AddCalendar().AddMail(builder.Configuration);
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton<RequesterToken>(
            provider => (state, cancel) => provider.GetRequiredService<AccessTokens>().OfAsync(state, cancel));
        return builder.Build();
    }

    private static RequestState State(string name = "Robin Example", string email = "robin@partner.example")
    {
        var submission = new Submission
        {
            Requester = new() { Name = name, Email = email, Kind = RequesterKind.Public },
            Purpose = "A report", Audience = "Neighbours", Data = new() { Level = DataLevel.Aggregate, Scope = "Attendance by grade" },
        };
        var decision = new Decision
        {
            Disposition = Disposition.Accept, Office = Office.DataAndAccountability, EffectiveLevel = DataLevel.Aggregate,
            ClarifyWithinBusinessDays = 5, FulfilWithinBusinessDays = 15, Reasons = [new("PublicAggregate", "Counts are open to everybody.", "ODA-03")],
        };
        return Fold.Apply(null, "DR-1", new(1, Instant.FromUtc(2026, 3, 2, 15, 0), Actor.Requester, new RequestEvent.Submitted(submission, decision, 1)));
    }
}
