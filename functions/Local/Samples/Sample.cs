namespace Local.Samples;

/// <summary>An invented request and what happens to it.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Body">The submission, as the contract has it.</param>
/// <param name="Days">Days after the story's beginning when it is submitted.</param>
/// <param name="Steps">What happens then, each on its day.</param>
internal sealed record Sample(string Key, object Body, int Days, params Step[] Steps);

/// <summary>Something that happens to a sample.</summary>
/// <param name="Day">Days after the story's beginning.</param>
/// <param name="DoAsync">Does it.</param>
internal sealed record Step(int Day, Func<SampleActs, Task> DoAsync);
