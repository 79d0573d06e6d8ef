using Core.Training;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Portal.Layout;

namespace Service.Portal.Analyst;

/// <summary>How somebody stands with their own training.</summary>
/// <param name="Person">Their entry; null where the register does not know them.</param>
/// <param name="Standings">How they stand with each course of the policy; empty where they are not known.</param>
/// <param name="Gaps">What they cannot do now, each with the course that is wanting.</param>
/// <param name="Rules">What the policy says.</param>
public sealed record OwnTrainingView(
    TrainedPerson? Person, IReadOnlyList<TrainingStanding> Standings, IReadOnlyList<(TrainedWork Work, TrainingStanding Standing)> Gaps, TrainingRules Rules);

/// <summary>The page on which staff see their own training, what it holds up, and what to do.</summary>
internal static class OwnTrainingPages
{
    public static void Map(IEndpointRouteBuilder staff) => staff.MapGet(TrainingGate.Page, async (HttpContext http, FrameSource frames) =>
    {
        var frame = await frames.ForAsync(http);
        var now = await frames.CircumstancesAsync(http.RequestAborted);
        var (name, rules) = (frame.Staff!.Name, now.Policy.Training);
        var person = now.Training.Find(name);
        return Page.Of<OwnTraining>(frame, new OwnTrainingView(
            person, person is null ? [] : [.. rules.Courses.Select(course => TrainingStanding.Of(person, course, rules, now.Today))],
            TrainingGate.AllGaps(name, now.Training, rules, now.Today), rules));
    });
}
