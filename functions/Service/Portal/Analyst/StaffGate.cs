using Core.Requests;
using Microsoft.AspNetCore.Http;
using Service.Portal.Layout;
using Service.SignIn;

namespace Service.Portal.Analyst;

/// <summary>Lets staff in, and tells everybody else how to get in. Takes any of the roles given.</summary>
internal sealed class StaffGate(params StaffRole[] roles) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var staff = StaffSignIn.Of(http.User);
        if (staff?.Roles.Intersect(roles).Any() == true)
        {
            return await next(context);
        }

        var frames = (FrameSource)http.RequestServices.GetService(typeof(FrameSource))!;
        var frame = await frames.ForAsync(http);
        return staff is null
            ? Page.Of<SignInFirst>(frame, status: StatusCodes.Status401Unauthorized)
            : Page.Of<Trouble>(frame, Trouble.NotAllowed, StatusCodes.Status403Forbidden);
    }
}
