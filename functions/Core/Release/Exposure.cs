using System.Diagnostics;
using Core.Release.SmallCells;
using Core.Release.Tables;

namespace Core.Release;

/// <summary>Says what can be worked out about a count, and why.</summary>
internal static class Exposure
{
    /// <summary>Equations beyond which nobody follows them.</summary>
    private const int MostFacts = 6;

    /// <summary>The finding about a count of the file that was worked out.</summary>
    public static Finding Of(JointTable joint, Recovered found)
    {
        var cell = joint.Counts.Cells[found.Cell];
        return CodeOf(cell.Standing) switch
        {
            FindingCode.RecoverableCell => Sentences.Recoverable(cell.Place, found.Low, found.High!.Value, Because(joint, found.Cell)),
            FindingCode.SmallShare => Sentences.SmallShare(cell.Place, found.Low, found.High!.Value, Because(joint, found.Cell)),
            FindingCode.SmallRest => Sentences.SmallRest(cell.Place, found.Low, found.High!.Value, Because(joint, found.Cell)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What a count that was worked out is called in a finding.</summary>
    public static string CodeOf(Standing standing) => standing switch
    {
        Standing.Counted => FindingCode.RecoverableCell,
        Standing.Rated => FindingCode.SmallShare,
        Standing.Implied => FindingCode.SmallRest,
        Standing.Released or Standing.Derived => FindingCode.EarlierRelease,
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether what was worked out is a finding.</summary>
    public static bool IsFound(JointTable joint, Recovered found, ApprovedData approved)
    {
        var isNarrow = found.GivesAway(approved.SmallestGroup, approved.NarrowestRange);
        return joint.Counts.Cells[found.Cell].Standing switch
        {
            Standing.Counted => found.IsExact || isNarrow,
            // The share itself is what is shown of a small group, however wide rounding makes it.
            Standing.Rated => found.GivesAway(approved.SmallestGroup, int.MaxValue),
            Standing.Implied => isNarrow || (found.IsExact && found.GivesAway(approved.SmallestGroup, int.MaxValue)),
            Standing.Released => isNarrow,
            _ => false,
        };
    }

    /// <summary>The equations that give a count away, in words.</summary>
    public static string Because(JointTable joint, int cell)
    {
        var words = Attack.Proof(joint.Counts, cell).Select(fact => fact.Words).Distinct(StringComparer.Ordinal).ToList();
        return words.Count switch
        {
            0 => "its mark says so",
            <= MostFacts => string.Join(", and ", words),
            _ => $"{string.Join(", and ", words.Take(MostFacts))}, and {words.Count - MostFacts} more",
        };
    }
}
