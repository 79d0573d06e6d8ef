using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.SignIn;
using Service.Storage;
using Service.Storage.Events;

namespace Service.Api;

/// <summary>Whether what is on record is what was recorded.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/audit/verify",
            async (EventStore events, CancellationToken cancel) => Results.Json(await events.VerifyAsync(cancel), ApiJson.Options))
        .RequireAuthorization(StaffSignIn.Staff).WithTags("Staff").Gives<Verification>(200).Refuses(401, 403)
        .WithSummary("Recomputes every chain of events and names the first broken place.");
}
