using Service.Portal.Layout;

namespace Service.Portal.Counter;

/// <summary>The steps of writing down an authority's visit, in order.</summary>
public enum CounterStep
{
    /// <summary>Who is there.</summary>
    Who,
    /// <summary>What papers they bring, and what they claim.</summary>
    Papers,
    /// <summary>What they ask for.</summary>
    Asked,
    /// <summary>Which school, and who writes it down.</summary>
    School,
    /// <summary>What to say, and sending it.</summary>
    Send,
}

/// <summary>The steps as the pages show them.</summary>
internal static class CounterSteps
{
    /// <summary>A step's heading.</summary>
    public static string Title(CounterStep step) => step switch
    {
        CounterStep.Who => "Who is there?",
        CounterStep.Papers => "What do they bring?",
        CounterStep.Asked => "What do they ask for?",
        CounterStep.School => "You and your school",
        _ => "What to say, and send",
    };

    /// <summary>The fields asked for on a step.</summary>
    public static IReadOnlyList<string> Fields(CounterStep step) => step switch
    {
        CounterStep.Who => ["authority", "agency", "officer", "badge", "officerEmail"],
        CounterStep.Papers => ["process", "papers", "forbids", "claimed"],
        CounterStep.Asked => ["scope", "purpose", "about", "studentIds"],
        CounterStep.School => ["school", "name", "email"],
        _ => [Wording.Field],
    };

    /// <summary>The step that asks for a field; the last one for what no step asks for.</summary>
    public static CounterStep Of(string field) =>
        Enum.GetValues<CounterStep>().FirstOrDefault(step => Fields(step).Contains(field, StringComparer.Ordinal), CounterStep.Send);
}
