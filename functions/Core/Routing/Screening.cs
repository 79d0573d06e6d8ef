namespace Core.Routing;

/// <summary>
/// What no text that the product keeps may hold, and what its writer is warned of: one place for every door (pages, API, files, file names).
/// </summary>
public static class Screening
{
    /// <summary>Stands in records for an attribute that was refused: what was typed is not kept (LTR-2018).</summary>
    public const string RefusedAttribute = "immigration or citizenship status";

    /// <summary>The code of the refusal that lets a writer change or confirm words that characterise a person.</summary>
    public const string Unconfirmed = "CharacterisationUnconfirmed";

    /// <summary>What the writer of a text, or the sender of a file, reads.</summary>
    public const string StatusRefusal =
        "This seems to speak of somebody's immigration or citizenship status. The district neither collects nor keeps nor shares it, so nothing was kept: "
        + "leave it out and send it again.";

    /// <summary>Why a characterisation is warned of.</summary>
    public const string CharacterisationReason =
        "Words that characterise a person, such as suspected gang membership, can harm a student for years and have ended up with law enforcement. "
        + "Please write what happened instead: who did what, where and when.";

    /// <summary>Whether a request's text asks for immigration or citizenship status (rule 1).</summary>
    public static bool AsksForStatus(string? text) => ImmigrationStatus.IsAskedIn(text);

    /// <summary>Whether a text of an agent of the district, a document or a file says it of anybody.</summary>
    public static bool SaysStatus(string? text) => ImmigrationStatus.IsSaidIn(text);

    /// <summary>Whether a short text (a name, a file's name, a cell) says it: there a lone word is enough ("undocumented.csv", "Citizen").</summary>
    public static bool LabelSaysStatus(string? text) => text is not null && ImmigrationStatus.IsAskedBy(text);

    /// <summary>Whether the name of an organization says it; there the subject alone is no reason ("Citizenship Clinic").</summary>
    public static bool OrganizationSaysStatus(string? text) => ImmigrationTerms.InNames.AreIn(text);

    /// <summary>Whether the name of a file says it, its ending aside.</summary>
    public static bool FileNameSaysStatus(string name) =>
        LabelSaysStatus(name) || (name.LastIndexOf('.') is > 0 and var dot && LabelSaysStatus(name[..dot]));

    /// <summary>The words of a text that characterise a person, as typed, each once.</summary>
    public static IReadOnlyList<string> Characterisations(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var found = new List<Found>();
        foreach (var words in Disguises.Readings(text))
        {
            var harmless = CharacterisationTerms.NotMeant.In(words).ToList();
            found.AddRange(CharacterisationTerms.Anywhere.In(words)
                .Where(place => !harmless.Exists(other => other.Start <= place.Start && place.End <= other.End)));
        }

        return
        [
            .. found.Where(place => !found.Exists(wider => wider != place && wider.Start <= place.Start && place.End <= wider.End))
                .Select(place => text[place.Start..place.End]).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The same for all free texts of a submission.</summary>
    public static IReadOnlyList<string> Characterisations(Submission submission) =>
    [
        .. TextsOf(submission).SelectMany(text => Characterisations(text.Text)).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The free texts of a submission, by field.</summary>
    public static IEnumerable<(string Field, string? Text)> TextsOf(Submission submission) =>
    [
        ("purpose", submission.Purpose), ("audience", submission.Audience), ("data.scope", submission.Data.Scope),
        ("data.population", submission.Data.Population), .. submission.Data.Attributes.Select(attribute => ("data.attributes", (string?)attribute)),
    ];

    /// <summary>What the writer reads before they confirm or change their words.</summary>
    public static string Warning(IReadOnlyList<string> words) =>
        $"Please look at: {string.Join(", ", words.Select(word => $"“{word}”"))}. {CharacterisationReason} Change it, or confirm that it must stay as it is.";
}
