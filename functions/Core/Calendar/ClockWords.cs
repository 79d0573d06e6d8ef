using System.Diagnostics;
using Core.Languages;

namespace Core.Calendar;

/// <summary>What the clock's sentence and its ledger are put together from, to one reader. The office reads English.</summary>
internal sealed record ClockWords(Texts Say, ClockReader Reader)
{
    // First words that are capitals only because a name begins with them; anything else may be a proper name and stays.
    private static readonly HashSet<string> CommonWords = new(StringComparer.Ordinal)
    {
        "Snow", "Ice", "Storm", "Weather", "Heat", "Emergency", "Winter", "Spring", "Summer", "Fall", "Autumn", "School", "Schools",
        "District", "Office", "Staff", "Teacher", "Professional", "Power", "Water", "Closed", "Closure", "No", "Day",
    };

    /// <summary>"1 day", "4 days".</summary>
    public string Days(int number) => Say.CountDays(number);

    /// <summary>"waiting for your answer and for your decision on the fee".</summary>
    public string Waiting(IEnumerable<PauseCause?> causes) =>
        causes.Select(Thing).OfType<string>().ToList() is { Count: > 0 } things ? Say.ClockWaiting(things.Aggregate(Say.ClockWaitingMore)) : Say.ClockStandingStill;

    /// <summary>What was waited for: "your answer".</summary>
    public string? Thing(PauseCause? cause) => (cause, Reader) switch
    {
        (null, _) => null,
        (PauseCause.Answer, ClockReader.Requester) => Say.ClockAnswer,
        (PauseCause.FeeDecision, ClockReader.Requester) => Say.ClockFeeDecision,
        (PauseCause.Documents, ClockReader.Requester) => Say.ClockDocuments,
        (PauseCause.FamilyNotice, _) => Say.ClockFamilyNotice,
        (PauseCause.Answer, _) => "the requester's answer",
        (PauseCause.FeeDecision, _) => "the requester's decision on the fee",
        (PauseCause.Documents, _) => "the requester's documents",
        _ => throw new UnreachableException(),
    };

    /// <summary>Days off as runs, and how many days they are.</summary>
    public static (IReadOnlyList<ClosureRun> Runs, int Days) Runs(IEnumerable<Closure> days)
    {
        var runs = ClosureRun.Of(days);
        return (runs, runs.Sum(run => run.Days));
    }

    /// <summary>"spring recess (4 days), Eid al-Adha".</summary>
    public string Names(IEnumerable<ClosureRun> runs) =>
        Say.Listed(runs.Select(run => run.Days == 1 ? InSentence(run.Name) : Say.ClockRun(InSentence(run.Name), Days(run.Days))));

    private string InSentence(string name) =>
        CommonWords.Contains(name.Split(' ')[0]) ? char.ToLowerInvariant(name[0]) + name[1..] : Say.NameOf(name);
}
