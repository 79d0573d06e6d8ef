using System.Collections.Concurrent;
using System.Text;
using Core.Requests;
using Core.Routing;
using Local;
using Local.Dev;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;
using NodaTime;
using Service.Desk;
using Service.Storage;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Desk;

/// <summary>
/// One process of the office without its pages: desk, embedded engine, simulated clock, and the local mail server, whose door the test
/// watches and can shut.
/// </summary>
internal sealed class OfficeUnderTest : IAsyncDisposable
{
    /// <summary>Monday, March 2, 2026, 9:00 in the office.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 14, 0);

    public static readonly Actor Ana = new Actor.Staff("Ana Lyst", [StaffRole.Analyst, StaffRole.Approver]);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;

    private OfficeUnderTest(WebApplication app, TestStorage storage) => (this.app, Storage) = (app, storage);

    public TestStorage Storage { get; }
    /// <summary>Message ids in the order they arrived, repeats included.</summary>
    public ConcurrentQueue<string> Arrived { get; } = new();
    /// <summary>The mail server answers 503.</summary>
    public bool MailIsDown { get; set; }
    public RequestDesk Desk => app.Services.GetRequiredService<RequestDesk>();
    public EmbeddedEngine Engine => app.Services.GetRequiredService<EmbeddedEngine>();
    public EventStore Store => app.Services.GetRequiredService<EventStore>();
    public OpenRequests Queue => app.Services.GetRequiredService<OpenRequests>();
    public IServiceProvider Services => app.Services;
    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<OfficeUnderTest> OpenAsync(AzuriteFixture azurite) => await OpenAsync(await TestStorage.NewAsync(azurite));

    /// <summary>Opens it on a storage, which may be another's.</summary>
    /// <param name="at">Null leaves the clock as the storage has it.</param>
    /// <param name="withEngine">False: nobody works in the background, as when the program is killed at once.</param>
    /// <param name="engine">Adds another engine than the embedded one.</param>
    public static async Task<OfficeUnderTest> OpenAsync(
        TestStorage storage, Instant? at = null, bool withEngine = true, Action<IServiceCollection>? engine = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(storage.Tables).AddSingleton(storage.Blobs);
        builder.Services.AddDataRequests(builder.Configuration);
        builder.Services.AddSingleton<SimulatedClock>().AddSingleton<IClock>(services => services.GetRequiredService<SimulatedClock>());
        builder.Services.AddHostedService(services => services.GetRequiredService<SimulatedClock>());
        (engine ?? (services => services.AddEmbeddedEngine()))(builder.Services.AddDevelopmentGraph());
        if (!withEngine)
        {
            builder.Services.Remove(builder.Services.Last(service => service.ServiceType == typeof(IHostedService)));
        }

        var built = builder.Build();
        var office = new OfficeUnderTest(built, storage);
        built.Use(office.WatchAsync);
        built.MapDevelopmentGraph();
        await built.StartAsync();
        if (at is { } start)
        {
            await office.SetClockAsync(start);
        }

        return office;
    }

    /// <summary>Sets the clock, and lets nothing happen that would have on the way.</summary>
    public Task SetClockAsync(Instant now) => Get<SimulatedClock>().SetAsync(now, default);

    public async Task<RequestState> SubmitAsync(Submission? submission = null) =>
        (await Desk.SubmitAsync(submission ?? Appending.Submission(), null, default)).State.ShouldNotBeNull();

    /// <summary>Carries out a command that must succeed.</summary>
    public async Task<RequestState> DoAsync(string id, RequestCommand command, Actor? by = null)
    {
        var outcome = await Desk.ExecuteAsync(id, command, by ?? Ana, null, default);
        outcome.Refusal.ShouldBeNull();
        return outcome.State.ShouldNotBeNull();
    }

    public async Task DrainAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await Engine.DrainAsync(patience.Token);
    }

    public async Task AdvanceAsync(Duration time)
    {
        using var patience = new CancellationTokenSource(Patience);
        await Engine.AdvanceToAsync(Get<IClock>().GetCurrentInstant() + time, patience.Token);
    }

    /// <summary>The kinds of message in the mailbox about a request, in the order they were sent.</summary>
    public async Task<IReadOnlyList<string>> MailAsync(string id) =>
    [
        .. (await Get<DevelopmentMailbox>().ListAsync(null, default)).Where(mail => mail.RequestId == id)
            .OrderBy(mail => mail.SentAt).Select(mail => mail.Template!),
    ];

    /// <summary>To whom and under which subject letters about a request went, in the order they were sent.</summary>
    public async Task<IReadOnlyList<(string To, string Subject)>> LettersAboutAsync(string id) =>
    [
        .. (await Get<DevelopmentMailbox>().ListAsync(null, default)).Where(mail => mail.RequestId == id)
            .OrderBy(mail => mail.SentAt).Select(mail => (string.Join(' ', mail.To), mail.Subject)),
    ];

    /// <summary>The letters about no request, of this kind, in the order they were sent.</summary>
    public async Task<IReadOnlyList<DevelopmentMail>> LettersAsync(string template) =>
    [
        .. (await Get<DevelopmentMailbox>().ListAsync(null, default)).Where(mail => mail.Template == template).OrderBy(mail => mail.SentAt),
    ];

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        if (MailIsDown)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        http.Request.EnableBuffering();
        using (var reader = new StreamReader(http.Request.Body, Encoding.ASCII, leaveOpen: true))
        {
            using var mime = new MemoryStream(Convert.FromBase64String(await reader.ReadToEndAsync()));
            using var message = await MimeMessage.LoadAsync(mime);
            Arrived.Enqueue(message.MessageId!);
        }

        http.Request.Body.Position = 0;
        await next(http);
    }
}
