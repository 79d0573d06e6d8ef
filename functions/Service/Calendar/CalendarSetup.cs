using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Service.Policy;

namespace Service.Calendar;

/// <summary>Wires the office calendar.</summary>
internal static class CalendarSetup
{
    /// <summary>Adds the calendar's store; blob storage, policy and clock come from their own rooms.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var policies = provider.GetRequiredService<PolicyStore>();
        return new CalendarStore(
            provider.GetRequiredService<BlobServiceClient>(),
            async cancel => (await policies.CurrentAsync(cancel)).BusinessDay,
            provider.GetRequiredService<IClock>());
    });
}
