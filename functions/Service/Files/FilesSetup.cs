using Microsoft.Extensions.DependencyInjection;

namespace Service.Files;

internal static class FilesSetup
{
    /// <summary>Adds the check of files before release. Needs an <see cref="NodaTime.IClock"/>.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services) =>
        services.AddSingleton(FileLimits.Standard).AddSingleton<FileChecker>();
}
