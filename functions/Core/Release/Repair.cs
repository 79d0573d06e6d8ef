using Core.Release.SmallCells;
using Core.Release.Tables;

namespace Core.Release;

/// <summary>
/// Puts what is left of a file through the gate's own attack, and hides more until nothing is given away: the plan works with
/// straight lines, and whole numbers and rounding leave corners that it does not see.
/// </summary>
/// <param name="approved">What the file may hold.</param>
/// <param name="earlier">What was released about the same students.</param>
/// <param name="lost">Places of what earlier releases give away among themselves.</param>
/// <param name="read">Reads what is left as its receiver will, who has only the suppressed table to tell what a share is a share of.</param>
/// <param name="giveUp">Ends it; nothing is given out that was not proven.</param>
internal sealed class Repair(
    ApprovedData approved, IReadOnlyList<EarlierRelease> earlier, HashSet<string> lost, Func<Hiding, Figures> read, CancellationToken giveUp)
{
    private const int MostRounds = 50;

    /// <summary>Null once nothing is given away; otherwise what is, with what to do.</summary>
    public string? Until(Hiding hiding, Figures figures)
    {
        var shares = figures.Shares.ToLookup(share => share.Place, StringComparer.Ordinal);
        for (var round = 0; round < MostRounds; round++)
        {
            var exposed = Exposed(hiding.Left);
            if (exposed is { Found.Count: 0, Unproven: 0 })
                exposed = Exposed(read(hiding));
            if (exposed.Unproven > 0)
                return SafeVersion.TooHard;
            if (exposed.Found.Count == 0)
                return null;
            if (WhyNot(hiding, exposed, shares) is { } why)
                return why;
        }

        return "The small counts of this table cannot be protected by hiding others: bring its groups together into larger ones.";
    }

    /// <summary>What is given away by the file alone; where nothing is, by the file together with earlier releases.</summary>
    private (JointTable Joint, List<Recovered> Found, int Unproven) Exposed(Figures left)
    {
        var alone = JointTable.Of([left], []);
        var (found, unproven) = Attack.Exposed(alone.Counts, approved.SmallestGroup, approved.SmallestGroup, giveUp);
        found = [.. found.Where(one => Exposure.IsFound(alone, one, approved))];
        if (found.Count > 0 || unproven > 0 || earlier.Count == 0)
            return (alone, [.. found], unproven);
        var joint = JointTable.Of([left], earlier);
        (found, unproven) = Differencing.Found(joint, approved, giveUp);
        return (joint, [.. found.Where(one => !lost.Contains(joint.Counts.Cells[one.Cell].Place))], unproven);
    }

    private static string? WhyNot(Hiding hiding, (JointTable Joint, List<Recovered> Found, int Unproven) exposed, ILookup<string, Share> shares)
    {
        foreach (var cell in exposed.Found.Select(found => found.Cell))
        {
            if (!HideOne(hiding, exposed.Joint, cell, shares))
                return $"{exposed.Joint.Counts.Cells[cell].Place} can be worked out whatever is hidden here, because {Exposure.Because(exposed.Joint, cell)}: "
                    + "bring groups together into larger ones, or leave this part out.";
        }

        return null;
    }

    private static bool HideOne(Hiding hiding, JointTable joint, int cell, ILookup<string, Share> shares)
    {
        if (joint.Counts.Cells[cell] is { Standing: Standing.Rated, Place: var place } && shares[place].FirstOrDefault() is { } own)
            return hiding.HideShare(own, null);
        var facts = Attack.Proof(joint.Counts, cell);
        // The least count that takes part in the proof; a zero hides nobody and is kept for last.
        var shown = facts.SelectMany(fact => fact.Terms).Select(term => term.Cell).Distinct()
            .Where(other => joint.Counts.Cells[other] is { Value: not null, Standing: Standing.Counted } && joint.At[other] is not null)
            .OrderBy(other => joint.Counts.Cells[other].Value is 0 ? long.MaxValue : joint.Counts.Cells[other].Value);
        foreach (var other in shown)
        {
            var (_, row, column) = joint.At[other]!.Value;
            if (hiding.Hide(row, column, joint.Counts.Cells[cell] is { Standing: Standing.Counted, Place: var of } ? of : null))
                return true;
        }

        var telling = facts.SelectMany(fact => fact.GoesWith).Distinct().ToList();
        return telling.Where(joint.Rates.ContainsKey).Select(other => joint.Rates[other])
            .Concat(telling.SelectMany(other => shares.SelectMany(one => one).Where(share => joint.At[other] is { } at && share.Row == at.Row)))
            .Any(share => hiding.HideShare(share, null));
    }
}
