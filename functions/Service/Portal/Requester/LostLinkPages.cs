using System.Net.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Portal.Layout;
using Service.SignIn.Renewal;

namespace Service.Portal.Requester;

/// <summary>Asking for a new link. What is said afterwards does not depend on whether there is anything to send.</summary>
internal static class LostLinkPages
{
    private const string Form = "lost-link";

    private static readonly Trouble.Saying TooOften =
        Trouble.Saying.Of(say => new(say.TroubleWait, [say.TroubleWaitWhy], "/lost-link", say.PageBack));

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/lost-link", async (HttpContext http, FrameSource frames) => Page.Of<LostLink>(await frames.ForAsync(http), Entries.Blank(Form)));
        pages.MapPost("/lost-link", AskAsync);
        pages.MapGet("/lost-link/sent", async (HttpContext http, FrameSource frames) => Page.Of<LinkOnItsWay>(await frames.ForAsync(http)));
    }

    private static async Task<IResult> AskAsync(HttpContext http, LinkRenewals renewals, FrameSource frames)
    {
        var entries = Entries.From(Form, await http.Request.ReadFormAsync(http.RequestAborted));
        if (!MailAddress.TryCreate(entries["email"], out var address) || address.Address != entries["email"])
        {
            var frame = await frames.ForAsync(http);
            return Page.Of<LostLink>(
                frame, entries.Wrong(new FieldError("email", frame.Say.LostLinkEmailMissing)),
                StatusCodes.Status422UnprocessableEntity);
        }

        return await renewals.AskAsync(http, entries["email"], entries.Optional("requestId"), http.RequestAborted)
            ? Results.Redirect("/lost-link/sent")
            : Page.Of<Trouble>(await frames.ForAsync(http), TooOften, StatusCodes.Status429TooManyRequests);
    }
}
