using System.Net;
using Azure.Data.Tables;
using Core.Notifications;
using Local.Dev;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using NodaTime;
using Service.Mail;

namespace Service.Tests.Mail;

/// <summary>The local mail endpoint on a port of its own, with the real SDK talking to it.</summary>
internal sealed class Post : IAsyncDisposable
{
    public const string Mailbox = "data-requests@district.example";

    private readonly WebApplication app;

    private Post(WebApplication app, TimeSpan patience)
    {
        this.app = app;
        var settings = new MailSettings(GraphBaseUrl, "https://requests.district.example", NeedsCredential: false);
        Graph = new(new(() => MailServices.Connect(settings, new ConfigurationBuilder().Build())), patience);
    }

    public GraphMail Graph { get; }

    public string GraphBaseUrl => $"{app.Urls.First()}/dev/graph/v1.0";

    /// <summary>What the server does before it looks at a message; null where it does its work.</summary>
    public Func<HttpContext, Task<bool>>? Trouble { get; set; }

    public int Calls { get; private set; }

    public static async Task<Post> OpenAsync(string storage, TimeSpan? patience = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(new TableServiceClient(storage)).AddSingleton<IClock>(SystemClock.Instance).AddDevelopmentGraph();
        var host = builder.Build();
        Post? post = null;
        host.Use(async (context, next) =>
        {
            post!.Calls++;
            if (post.Trouble is { } trouble && await trouble(context))
            {
                return;
            }

            await next(context);
        });
        host.MapDevelopmentGraph();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return post = new(host, patience ?? TimeSpan.FromSeconds(20));
    }

    public Task<IReadOnlyList<DevelopmentMail>> ReceivedAsync(string? to = null) =>
        app.Services.GetRequiredService<DevelopmentMailbox>().ListAsync(to, TestContext.Current.CancellationToken);

    public Task<bool> SendAsync(MimeMessage message) => Graph.SendAsync(Mailbox, message, TestContext.Current.CancellationToken);

    public static MimeMessage Message(string effectId, string subject = "Grüße: a subject that is long enough to be folded, 日本語 too", params string[] to) =>
        MailMessage.Compose(
            new(subject, "Dear Zoë Nguyễn,", ["A sentence — with a dash.", new Passage.Quoted("Line one\nLine two")], [new("Request", "DR-1")],
                new("Answer", "https://requests.district.example/requests/DR-1?token=abc"), "Please answer today.", ["The office"]),
            nameof(MessageKind.ClarificationQuestion), "DR-1", MailMessage.IdOf("DR-1", effectId, Mailbox),
            new MailboxAddress("Office of Data", Mailbox), "office@district.example", to.Length > 0 ? to : ["robin@partner.example"],
            SystemClock.Instance.GetCurrentInstant());

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
