namespace Core.Release.Columns;

/// <summary>What a column tells about a student that alone says of nobody who they are, but together with others may (34 CFR 99.3(f)).</summary>
internal enum Trait
{
    None,

    // What people around a student know: together it singles them out.
    Race, Gender, Grade, Age, School, Home, Language, Disability, EnglishLearner, Date, Program, Teacher,

    // What they should not learn from a file about somebody whose group they recognise.
    Discipline, Health, Housing, Income,
}

internal static class Traits
{
    /// <summary>Must differ within a group, since whoever knows that a student is in it would learn it otherwise.</summary>
    public static bool IsSensitive(this Trait trait) => trait >= Trait.Discipline;
}
