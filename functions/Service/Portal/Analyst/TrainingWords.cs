using System.Diagnostics;
using Core.Training;
using Service.Portal.Layout;

namespace Service.Portal.Analyst;

/// <summary>Training in the words of the pages.</summary>
internal static class TrainingWords
{
    /// <summary>How somebody stands with a course.</summary>
    public static string Of(TrainingStanding standing) => standing.Mark switch
    {
        TrainingMark.Current => $"current, until {Dates.Day(standing.ValidUntil!.Value)}",
        TrainingMark.EndsSoon => $"ends soon: {Dates.Day(standing.ValidUntil!.Value)}",
        TrainingMark.Lapsed => $"lapsed on {Dates.Day(standing.ValidUntil!.Value)}",
        TrainingMark.Missing => "missing",
        _ => throw new UnreachableException(),
    };
}
