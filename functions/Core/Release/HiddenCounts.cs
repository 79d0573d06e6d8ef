using Core.Release.SmallCells;
using Core.Release.Tables;

namespace Core.Release;

/// <summary>
/// Looks for counts that a file hides and that can be worked out all the same, and for small counts that its shares and totals
/// imply (policy section 6: complementary suppression).
/// </summary>
internal static class HiddenCounts
{
    /// <summary>Hidden counts beyond which the attack would take minutes.</summary>
    public const int MostHidden = 1500;

    public static void Report(IReadOnlyList<Figures> sheets, ApprovedData approved, Findings findings)
    {
        var joint = JointTable.Of(sheets, []);
        var table = joint.Counts;
        var hidden = table.Cells.Count(cell => cell is { IsHidden: true, Standing: Standing.Counted or Standing.Rated });
        if (hidden > MostHidden)
        {
            findings.Add(Sentences.TooManyHidden("the file", hidden));
            return;
        }

        foreach (var found in Attack.Exposed(table, approved.SmallestGroup, approved.SmallestGroup))
        {
            if (Exposure.Of(joint, found, approved) is { } exposed)
                findings.Add(exposed);
        }
    }
}
