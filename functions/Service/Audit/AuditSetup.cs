using Microsoft.Extensions.DependencyInjection;

namespace Service.Audit;

/// <summary>Wires what proves that the records are those that were written.</summary>
internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<ChainLog>()
        .AddSingleton<ReadTrail>()
        .AddSingleton<RemovalTrail>()
        .AddSingleton<SealBook>()
        .AddSingleton<Seals>()
        .AddSingleton<LedgerCopies>()
        .AddSingleton<AuditVerification>()
        .AddSingleton<DailyWork>();
}
