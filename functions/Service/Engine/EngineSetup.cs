using Microsoft.Extensions.DependencyInjection;
using Service.Agreements;
using Service.Mail;
using Service.SignIn;

namespace Service.Engine;

/// <summary>What both engines share. The host adds an <see cref="IEngine"/> and an <see cref="EngineIdentity"/>.</summary>
internal static class EngineSetup
{
    public static IServiceCollection AddEngineParts(this IServiceCollection services) => services
        .AddSingleton<RequesterToken>(provider => (state, cancel) => provider.GetRequiredService<AccessTokens>().OfAsync(state, cancel))
        .AddSingleton<AgreementPdf>()
        .AddSingleton<Effects>()
        .AddSingleton<OfficeWork>()
        .AddSingleton<RequestWork>()
        .AddSingleton<Advance>()
        .AddSingleton<Steps>();
}
