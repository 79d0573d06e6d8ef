using System.Diagnostics;
using Core.Release.SmallCells;
using Core.Release.Tables;

namespace Core.Release;

/// <summary>
/// Looks for counts that a file hides and that can be worked out all the same, and for small counts that its shares and totals
/// imply (policy section 6: complementary suppression). What cannot be tried in time is a finding of its own, never a pass.
/// </summary>
internal static class HiddenCounts
{
    /// <summary>Hidden counts beyond which the attack would take minutes.</summary>
    public const int MostHidden = 5000;

    public static void Report(IReadOnlyList<Figures> sheets, ApprovedData approved, Findings findings, CancellationToken giveUp)
    {
        var joint = JointTable.Of(sheets, []);
        var table = joint.Counts;
        var hidden = table.Cells.Count(cell => cell is { IsHidden: true, Standing: Standing.Counted or Standing.Rated });
        if (hidden > MostHidden)
        {
            findings.Add(Sentences.NotProven("the file", hidden));
            return;
        }

        var (exposed, unproven) = Attack.Exposed(table, approved.SmallestGroup, approved.SmallestGroup, giveUp);
        foreach (var found in exposed.Where(found => Exposure.IsFound(joint, found, approved)))
        {
            // The proof is made only of those that somebody will read.
            if (findings.HasRoomFor(Exposure.CodeOf(table.Cells[found.Cell].Standing)))
                findings.Add(Exposure.Of(joint, found));
            else
                findings.Count(Exposure.CodeOf(table.Cells[found.Cell].Standing), 1);
        }

        if (unproven > 0)
            findings.Add(Sentences.NotProven("the file", unproven));
    }
}
