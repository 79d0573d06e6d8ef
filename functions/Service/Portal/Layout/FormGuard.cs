using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Service.Portal.Layout;

/// <summary>
/// Takes a form only from our own pages, and says so in our own words where it cannot: a page left open overnight is the
/// usual reason, not an attack.
/// </summary>
internal sealed class FormGuard(IAntiforgery antiforgery, FrameSource frames) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return await next(context);
        }

        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        return await antiforgery.IsRequestValidAsync(http)
            ? await next(context)
            : Page.Of<Trouble>(await frames.ForAsync(http), Trouble.PageTooOld, StatusCodes.Status400BadRequest);
    }
}
