using System.Diagnostics;
using Core.Languages;
using Core.Requests;
using Core.Routing;

namespace Core.Authorities;

/// <summary>The vocabulary of requests by authorities, as people read it.</summary>
public static class AuthorityWords
{
    /// <summary>A kind of authority.</summary>
    public static string For(Authority authority) => Texts.English.Of(authority);

    /// <summary>What became of the papers.</summary>
    public static string For(PapersSeen papers) => papers switch
    {
        PapersSeen.None => "No papers were shown",
        PapersSeen.Shown => "Shown, not copied",
        PapersSeen.Copied => "Copied",
        _ => throw new UnreachableException(),
    };

    /// <summary>A ground.</summary>
    public static string For(ReviewGround ground) => Texts.English.Of(ground);

    /// <summary>A race or ethnicity.</summary>
    public static string For(StudentRace race) => Texts.English.Of(race);

    /// <summary>Whether they are English learners.</summary>
    public static string For(EnglishLearners learners) => Texts.English.Of(learners);
}
