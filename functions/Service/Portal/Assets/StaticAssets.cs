using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Service.Portal.Assets;

/// <summary>The pages' static files under <c>/assets/</c>: compressed, and kept by browsers.</summary>
internal static class StaticAssets
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "assets");
    private static readonly ConcurrentDictionary<string, string> Links = new(StringComparer.Ordinal);

    /// <summary>
    /// The address of a file such as <c>portal/portal.css</c>, with a mark of its content: browsers keep it for a year
    /// and still see a change at once.
    /// </summary>
    public static string Link(string path) => Links.GetOrAdd(path, static path =>
    {
        var file = Path.Combine(Folder, path);
        return File.Exists(file) ? $"/assets/{path}?v={Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..12]}" : $"/assets/{path}";
    });

    // Only these files: compressing pages that hold secrets beside what a stranger can influence would leak them (BREACH).
    public static IServiceCollection AddAssets(this IServiceCollection services) => services
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal)
        .AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"];
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });

    public static IApplicationBuilder UseAssets(this IApplicationBuilder app)
    {
        Directory.CreateDirectory(Folder);
        return app.UseResponseCompression().UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/assets",
            FileProvider = new PhysicalFileProvider(Folder),
            OnPrepareResponse = Keep,
        });
    }

    private static void Keep(StaticFileResponseContext file) =>
        file.Context.Response.Headers[HeaderNames.CacheControl] =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}
