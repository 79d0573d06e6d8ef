namespace Core.Release.Rows;

/// <summary>How a table of student rows can be made safe, and what that costs.</summary>
/// <param name="Steps">One for each key, in their order.</param>
/// <param name="LeftOut">Rows that are in groups too small even then, and have to be left out.</param>
/// <param name="Loss">What is lost of the table, 0 to 1: of the keys on average, and all of a row left out.</param>
internal sealed record RecodingPlan(IReadOnlyList<Step> Steps, long LeftOut, double Loss)
{
    /// <summary>What is done, as the middle of a sentence: "drop "ZIP", and leave out 3 rows".</summary>
    public string Words
    {
        get
        {
            var done = Steps.Where(step => step.Words.Length > 0).Select(step => step.Words).ToList();
            if (LeftOut > 0)
                done.Add(done.Count == 0 ? $"leave out {RowSentences.Rows(LeftOut)}" : $"then leave out the {RowSentences.Rows(LeftOut)} still in such groups");
            return done.Count == 0 ? "leave it as it is" : string.Join(", ", done);
        }
    }

    public bool ChangesColumns => Steps.Any(step => step.Words.Length > 0);
}
