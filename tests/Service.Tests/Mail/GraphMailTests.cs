using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Service.Mail;
using Shared;

namespace Service.Tests.Mail;

public sealed class GraphMailTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_message_arrives_with_both_bodies_its_subject_and_what_it_is_about()
    {
        await using var post = await Post.OpenAsync(azurite.NewStorage());

        (await post.SendAsync(Post.Message("mail/1"))).ShouldBeTrue();

        var mail = (await post.ReceivedAsync()).ShouldHaveSingleItem();
        mail.To.ShouldBe("robin@partner.example");
        mail.Subject.ShouldBe("Grüße: a subject that is long enough to be folded, 日本語 too");
        mail.RequestId.ShouldBe("DR-1");
        mail.Template.ShouldBe("ClarificationQuestion");
        mail.Text.ShouldContain("Dear Zoë Nguyễn,");
        mail.Text.ShouldContain("https://requests.district.example/requests/DR-1?token=abc");
        mail.Html.ShouldContain("Zoë Nguyễn");
        mail.Html.ShouldContain("A sentence — with a dash.");
    }

    [Fact]
    public async Task The_same_effect_sent_again_is_the_same_message()
    {
        await using var post = await Post.OpenAsync(azurite.NewStorage());

        await post.SendAsync(Post.Message("mail/1"));
        await post.SendAsync(Post.Message("mail/1"));
        await post.SendAsync(Post.Message("mail/2"));

        post.Calls.ShouldBe(3);
        (await post.ReceivedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_recipient_has_the_message_in_their_own_mailbox()
    {
        await using var post = await Post.OpenAsync(azurite.NewStorage());

        await post.SendAsync(Post.Message("mail/1", to: ["one@district.example", "Two@district.example", "ONE@district.example"]));

        (await post.ReceivedAsync()).Count.ShouldBe(2);
        (await post.ReceivedAsync("two@district.example")).ShouldHaveSingleItem();
        (await post.ReceivedAsync("nobody@district.example")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_newest_message_comes_first()
    {
        await using var post = await Post.OpenAsync(azurite.NewStorage());

        await post.SendAsync(Post.Message("mail/1", "First"));
        await post.SendAsync(Post.Message("mail/2", "Second"));

        (await post.ReceivedAsync()).Select(mail => mail.Subject).ShouldBe(["Second", "First"]);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(401)]
    [InlineData(400)]
    public async Task A_server_that_does_not_take_it_delays_the_message_after_one_try(int status)
    {
        await using var post = await Post.OpenAsync(azurite.NewStorage());
        post.Trouble = context =>
        {
            context.Response.StatusCode = status;
            return Task.FromResult(true);
        };

        await Should.ThrowAsync<MailDelayedException>(() => post.SendAsync(Post.Message("mail/1")));

        post.Calls.ShouldBe(1);
        post.Trouble = null;
        (await post.SendAsync(Post.Message("mail/1"))).ShouldBeTrue();
        (await post.ReceivedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_server_that_is_silent_delays_the_message()
    {
        await using var post = await Post.OpenAsync(azurite.NewStorage(), patience: TimeSpan.FromMilliseconds(300));
        post.Trouble = async context =>
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                // The client lost its patience, which is what is tested.
            }

            return true;
        };
        var waited = Stopwatch.StartNew();

        await Should.ThrowAsync<MailDelayedException>(() => post.SendAsync(Post.Message("mail/1")));

        waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_server_that_is_not_there_delays_the_message()
    {
        var nowhere = new GraphMail(new(() => MailServices.Connect(new("http://127.0.0.1:9/v1.0", "http://localhost", false), new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build())), TimeSpan.FromSeconds(5));

        await Should.ThrowAsync<MailDelayedException>(
            () => nowhere.SendAsync(Post.Mailbox, Post.Message("mail/1"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_recipient_the_server_will_never_take_is_told_apart_from_an_outage()
    {
        await using var post = await Post.OpenAsync(azurite.NewStorage());
        post.Trouble = async context =>
        {
            await Results.Json(new { error = new { code = "ErrorInvalidRecipients", message = "No." } }, statusCode: 400).ExecuteAsync(context);
            return true;
        };

        (await post.SendAsync(Post.Message("mail/1"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Giving_up_by_the_caller_is_no_delay()
    {
        await using var post = await Post.OpenAsync(azurite.NewStorage());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => post.Graph.SendAsync(Post.Mailbox, Post.Message("mail/1"), cancelled.Token));
    }
}
