using Core.Release.SmallCells;
using Core.Release.Tables;

namespace Core.Release;

/// <summary>
/// Puts what is left of a file through the gate's own attack, and hides more until nothing is given away: the plan works with
/// straight lines, and whole numbers and rounding leave corners that it does not see.
/// </summary>
internal static class Repair
{
    private const int MostRounds = 50;

    /// <summary>Null once nothing is given away; otherwise what is, with what to do.</summary>
    public static string? Until(Hiding hiding, ApprovedData approved, IReadOnlyList<EarlierRelease> earlier, Figures figures)
    {
        var shares = figures.Shares.ToLookup(share => share.Place, StringComparer.Ordinal);
        for (var round = 0; round < MostRounds; round++)
        {
            var joint = JointTable.Of([hiding.Left], earlier);
            var exposed = Attack.Exposed(joint.Counts, approved.SmallestGroup, approved.SmallestGroup)
                .Where(found => Exposure.IsFound(joint, found, approved)).ToList();
            if (exposed.Count == 0)
                return null;
            foreach (var found in exposed)
            {
                if (!HideOne(hiding, joint, found.Cell, shares))
                    return $"{joint.Counts.Cells[found.Cell].Place} can be worked out whatever is hidden here, because {Exposure.Because(joint, found.Cell)}: "
                        + "bring groups together into larger ones, or leave this part out.";
            }
        }

        return "The small counts of this table cannot be protected by hiding others: bring its groups together into larger ones.";
    }

    private static bool HideOne(Hiding hiding, JointTable joint, int cell, ILookup<string, Share> shares)
    {
        if (joint.Counts.Cells[cell] is { Standing: Standing.Rated, Place: var place } && shares[place].FirstOrDefault() is { } own)
            return hiding.HideShare(own.Row, own.Column, own.Place);
        var facts = Attack.Proof(joint.Counts, cell);
        // The least count that takes part in the proof; a zero hides nobody and is kept for last.
        var shown = facts.SelectMany(fact => fact.Terms).Select(term => term.Cell).Distinct()
            .Where(other => joint.Counts.Cells[other] is { Value: not null, Standing: Standing.Counted } && joint.At[other] is not null)
            .OrderBy(other => joint.Counts.Cells[other].Value is 0 ? long.MaxValue : joint.Counts.Cells[other].Value);
        foreach (var other in shown)
        {
            var (_, row, column) = joint.At[other]!.Value;
            if (hiding.Hide(row, column))
                return true;
        }

        return facts.Any(fact => fact.GoesWith.Count > 0)
            && facts.Where(fact => fact.GoesWith.Count > 0).SelectMany(fact => fact.GoesWith)
                .SelectMany(other => shares.SelectMany(one => one).Where(share => joint.Rates.GetValueOrDefault(other) == share || joint.At[other] is { } at && share.Row == at.Row))
                .Any(share => hiding.HideShare(share.Row, share.Column, share.Place));
    }
}
