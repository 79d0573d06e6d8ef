using NodaTime;
using NodaTime.Text;
using Service.Portal.Layout;

namespace Local.Dev;

/// <summary>The app's clock: read and moved (contract, "On one machine").</summary>
internal static class ClockEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static void Map(IEndpointRouteBuilder dev)
    {
        dev.MapGet("/clock", GetAsync);
        dev.MapPost("/clock", PostAsync);
    }

    private static async Task<IResult> GetAsync(HttpContext http, SimulatedClock clock, FrameSource frames) =>
        DevSetup.WantsPage(http.Request) ? await PageAsync(http, clock, frames) : Now(clock);

    private static Task<IResult> PostAsync(
        HttpContext http, SimulatedClock clock, EmbeddedEngine engine, FrameSource frames, CancellationToken cancel) =>
        http.Request.HasFormContentType ? PostFormAsync(http, clock, engine, frames, cancel) : PostJsonAsync(http, clock, engine, frames, cancel);

    private static async Task<IResult> PostJsonAsync(
        HttpContext http, SimulatedClock clock, EmbeddedEngine engine, FrameSource frames, CancellationToken cancel)
    {
        var (body, answer) = await DevBody.ReadAsync(http.Request, cancel);
        if (body is not { } read)
            return answer!;
        var move = ClockMove.Read(read, clock.GetCurrentInstant(), (await frames.ForAsync(http)).Dates.Zone);
        if (move.To is not { } target)
            return DevBody.Bad(move.Field, move.Why);
        return await MoveAsync(engine, target, cancel)
            ? Now(clock)
            : Results.Problem("Not all that became due has happened yet; it goes on in the background.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> PostFormAsync(
        HttpContext http, SimulatedClock clock, EmbeddedEngine engine, FrameSource frames, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var zone = (await frames.ForAsync(http)).Dates.Zone;
        var move = form["advance"].ToString() is { Length: > 0 } by
            ? ClockMove.Advance(by, clock.GetCurrentInstant(), zone)
            : Local(form["set"].ToString(), zone);
        if (move.To is not { } target)
            return await PageAsync(http, clock, frames, new Problem(move.Why, move.Field), StatusCodes.Status400BadRequest);
        if (!await MoveAsync(engine, target, cancel))
            return await PageAsync(http, clock, frames, new Problem("Not all that became due has happened yet; it goes on in the background."));
        return Results.Redirect("/dev/clock");
    }

    // A browser's field for a time has no offset: the office's is meant.
    private static ClockMove.Result Local(string time, DateTimeZone zone) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Parse(time) is { Success: true, Value: var local }
            ? ClockMove.Set(OffsetDateTimePattern.ExtendedIso.Format(local.InZoneLeniently(zone).ToOffsetDateTime()))
            : new(null, "set", "Give a date and a time.");

    private static async Task<bool> MoveAsync(EmbeddedEngine engine, Instant target, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await engine.AdvanceToAsync(target, limit.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private static IResult Now(SimulatedClock clock) => Results.Json(new { now = InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant()) });

    private static async Task<IResult> PageAsync(
        HttpContext http, SimulatedClock clock, FrameSource frames, Problem? problem = null, int status = StatusCodes.Status200OK) =>
        Page.Of<Pages.ClockPage>(await frames.ForAsync(http), new Pages.ClockView(clock.Offset, problem), status);
}
