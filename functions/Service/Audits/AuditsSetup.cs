using Microsoft.Extensions.DependencyInjection;

namespace Service.Audits;

/// <summary>Wires the audits of released requests.</summary>
internal static class AuditsSetup
{
    public static IServiceCollection AddAudits(this IServiceCollection services) => services.AddSingleton<ReleaseAuditDesk>();
}
