using Core.Languages;
using Core.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Service.Portal.Layout;

/// <summary>
/// The language of a requester's page: what they choose now, else what they chose last, else the request's own, else the first their
/// browser asks for. Staff read English.
/// </summary>
internal static class PageLanguage
{
    /// <summary>Names the choice in addresses and in the cookie.</summary>
    public const string Name = "lang";

    private static readonly PathString[] OfStaff = ["/staff", "/admin", "/dev"];

    /// <summary>The language of this page. A choice is remembered.</summary>
    /// <param name="http">The page asked for.</param>
    /// <param name="policy">Says which languages are offered.</param>
    /// <param name="ofRequest">The language of the request that the page is about, if it is about one.</param>
    public static Texts Of(HttpContext http, OfficePolicy policy, string? ofRequest)
    {
        if (Array.Exists(OfStaff, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return Texts.English;
        }

        if (Texts.Find((string?)http.Items[typeof(PageLanguage)] ?? http.Request.Query[Name], policy) is { } chosen)
        {
            Remember(http, chosen.Tag);
            return chosen;
        }

        return Texts.Find(http.Request.Cookies[Name], policy) ?? Texts.Find(ofRequest, policy) ?? Accepted(http, policy) ?? Texts.English;
    }

    /// <summary>Makes a tag the choice where it does not stand in the address: a form was sent along.</summary>
    public static void Choose(HttpContext http, string tag) => http.Items[typeof(PageLanguage)] = tag;

    /// <summary>The address under which this page is shown again: its own, or for what a form's post answered, the page the form is on.</summary>
    public static string Here(HttpRequest request)
    {
        var path = request.PathBase + request.Path;
        if (HttpMethods.IsPost(request.Method))
        {
            return request.Path.Value!.Split('/') is ["", "requests", var id, ..] ? $"{request.PathBase}/requests/{id}" : path;
        }

        var kept = new QueryBuilder(request.Query.Where(pair => pair.Key is "q").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        return path + kept.ToQueryString();
    }

    private static Texts? Accepted(HttpContext http, OfficePolicy policy) => http.Request.GetTypedHeaders().AcceptLanguage
        .Where(one => one.Quality is null or > 0).OrderByDescending(one => one.Quality ?? 1)
        .Select(one => Texts.Find(one.Value.Value, policy)).FirstOrDefault(one => one is not null);

    private static void Remember(HttpContext http, string tag)
    {
        if (http.Request.Cookies[Name] != tag && http.Items.TryAdd(nameof(Remember), tag))
        {
            http.Response.Cookies.Append(Name, tag, new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(365),
            });
        }
    }
}
