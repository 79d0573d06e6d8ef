using System.Diagnostics;

namespace Core.Release.Columns;

/// <summary>What the gate says of a column that is no identifier.</summary>
internal static class ColumnSentences
{
    public static Finding NotAskedFor(string place, Trait trait) => new(FindingCode.UnapprovedColumn, place,
        $"This tells {Noun(trait)}, which the request did not ask for: remove the column, or have an approver say why it may stay.");

    private static string Noun(Trait trait) => trait switch
    {
        Trait.Race => "race or ethnicity",
        Trait.Gender => "gender",
        Trait.Grade => "grade",
        Trait.Age => "age",
        Trait.School => "the school",
        Trait.Home => "where students live",
        Trait.Language => "languages",
        Trait.Disability => "disability",
        Trait.EnglishLearner => "who is an English learner",
        Trait.Date => "dates in a student's life",
        Trait.Program => "programs",
        Trait.Teacher => "teachers",
        Trait.Discipline => "discipline",
        Trait.Health => "health",
        Trait.Housing => "housing or family circumstances",
        Trait.Income => "family income",
        _ => throw new UnreachableException(),
    };
}
