using App;
using Microsoft.AspNetCore.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Service.Engine;
using Service.Tests.Desk;
using Service.Tests.EngineContract;
using Service.Tests.Storage;
using Service.Upkeep;
using Shared;
using static Core.Requests.RequestCommand;

namespace App.Tests.Durable;

/// <summary>
/// The engine in Azure: real orchestrations on Durable Task's own test host, which runs in this process and keeps its history in memory.
/// </summary>
public sealed class DurableEngineTests(AzuriteFixture azurite) : EngineContract(azurite)
{
    private readonly AzuriteFixture azurite = azurite;

    [Fact]
    public async Task An_instance_bears_the_request_s_id_and_says_in_words_what_it_waits_for()
    {
        await using var office = await OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        var id = (await office.SubmitAsync()).Id;
        await SeenToAsync(office, id);
        await UntilAsync(async () => await StatusAsync(office, id) is "waiting for an analyst until 2026-03-09 17:00; next look 2026-03-05 17:00");
        await office.DoAsync(id, new Assign("Ana Lyst"));
        await UntilAsync(async () => (await StatusAsync(office, id))!.StartsWith("waiting for the files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_that_was_terminated_is_found_and_started_again()
    {
        await using var office = await OpenAsync(await TestStorage.NewAsync(azurite));
        var id = (await office.SubmitAsync()).Id;
        await SeenToAsync(office, id);
        var client = office.Get<DurableTaskClient>();
        await client.TerminateInstanceAsync(id);
        await client.WaitForInstanceCompletionAsync(id);

        (await office.Get<IEngine>().WatchAsync(id, default)).ShouldBe(Watch.HadFailed);
        (await office.Get<IEngine>().WatchAsync(id, default)).ShouldBe(Watch.Awake);
        await office.DoAsync(id, new Assign("Ana Lyst"));
        await SeenToAsync(office, id);
    }

    [Fact]
    public async Task The_sweep_starts_what_has_no_instance_and_tells_the_administrators()
    {
        var storage = await TestStorage.NewAsync(azurite);
        string id;
        await using (var lost = await OpenAsync(storage))
        {
            id = (await lost.SubmitAsync()).Id;
            await SeenToAsync(lost, id);
        }

        // The test host keeps its history in memory: to the next one every instance is missing.
        await using var office = await OpenAsync(storage.Again());
        (await office.Get<Sweep>().RunAsync(default)).ShouldHaveSingleItem().ShouldBe(new(id, "nothing would have woken it"));
        (await office.LettersAsync("SweepReport")).ShouldHaveSingleItem().Text.ShouldContain(id);
        (await office.Get<IEngine>().WatchAsync(id, default)).ShouldBe(Watch.Awake);
        (await office.Get<Sweep>().RunAsync(default)).ShouldBeEmpty();
        (await office.Get<DurableTaskClient>().GetInstanceAsync(DigestWork.WorkId, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_instance_of_what_ended_ends()
    {
        await using var office = await OpenAsync(await TestStorage.NewAsync(azurite));
        var id = (await office.SubmitAsync()).Id;
        await office.DoAsync(id, new Withdraw(null), Core.Requests.Actor.Requester);
        await SeenToAsync(office, id);
        await UntilAsync(async () => (await office.Get<DurableTaskClient>().GetInstanceAsync(id, default))!.IsCompleted);
    }

    /// <summary>The test host keeps its history in memory and offers no purge.</summary>
    private protected override bool CanPurge => false;

    private protected override async Task<OfficeUnderTest> OpenAsync(TestStorage storage, Instant? at = null)
    {
        var office = await OfficeUnderTest.OpenAsync(storage, at, engine: services => AddDurable(services));
        office.Get<DurableEngine>().Use(office.Get<DurableTaskClient>());
        return office;
    }

    private static async Task<string?> StatusAsync(OfficeUnderTest office, string id) =>
        (await office.Get<DurableTaskClient>().GetInstanceAsync(id, getInputsAndOutputs: true))?.ReadCustomStatusAs<string>();

    /// <summary>As Program has it, with the functions registered by hand: what the worker does from their attributes.</summary>
    private static IServiceCollection AddDurable(IServiceCollection services) => services
        .AddSingleton(EngineIdentity.New(runsHere: false))
        .AddSingleton<DurableEngine>()
        .AddSingleton<IEngine>(provider => provider.GetRequiredService<DurableEngine>())
        .AddSingleton<RequestActivities>()
        .AddInMemoryDurableTask(Functions);

    private static void Functions(DurableTaskRegistry registry)
    {
        registry.AddOrchestratorFunc<int>(nameof(RequestOrchestration), RequestOrchestration.RunAsync);
        registry.AddActivity(nameof(RequestActivities.LookAtRequest), services => new Call<string>(services, (activities, id) =>
            activities.LookAtRequest(id, CancellationToken.None)));
        registry.AddActivity(nameof(RequestActivities.CarryOutEffect), services => new Call<Errand>(services, (activities, errand) =>
            activities.CarryOutEffect(errand, CancellationToken.None)));
    }

    private sealed class Call<TInput>(IServiceProvider services, Func<RequestActivities, TInput, Task<Waiting>> call) : TaskActivity<TInput, Waiting>
    {
        public override Task<Waiting> RunAsync(TaskActivityContext context, TInput input) =>
            call(services.GetRequiredService<RequestActivities>(), input);
    }
}
