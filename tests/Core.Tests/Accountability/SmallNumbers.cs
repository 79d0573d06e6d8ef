namespace Core.Tests.Accountability;

/// <summary>What a report may show of students.</summary>
internal static class SmallNumbers
{
    /// <summary>Hidden, none, or at least ten.</summary>
    public static void ShouldNotBeInSmall(this long? number) => (number is null or 0 or >= 10).ShouldBeTrue($"{number} is shown");
}
