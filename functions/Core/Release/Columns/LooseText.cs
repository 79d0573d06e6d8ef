using static Core.Release.Columns.CellSigns;

namespace Core.Release.Columns;

/// <summary>
/// Text of a file outside its rows: names of sheets and files, headings, titles, properties, lists to choose from. It stands alone, so one
/// sign is enough.
/// </summary>
internal static class LooseText
{
    /// <summary>What names the kinds of identifier in a text; together with whatever else a cell is found by.</summary>
    public const CellSigns Telling = Email | Phone | SocialSecurityNumber | Address | IdInText | BirthDateInText | NameInText | Characterisation;

    /// <summary>What it gives away about a student, as signs within text.</summary>
    public static CellSigns In(string text, BirthDates births)
    {
        var reading = CellReading.Of(text, births);
        var signs = (reading.Signs & (Telling | Immigration)) | TextIdentifiers.In(text, births);
        if (reading.Has(IdLike) && !TextIdentifiers.IsPeriod(text.AsSpan().Trim()))
            signs |= IdInText;
        if (reading.Has(GivenName) && reading.Has(LastFirst | CapitalisedWords) && !reading.Has(Institution))
            signs |= NameInText;
        return signs;
    }
}
