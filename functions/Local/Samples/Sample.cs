namespace Local.Samples;

/// <summary>An invented request and what happens to it.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Body">The submission, as the contract has it.</param>
/// <param name="Day">The working day, counted from the story's beginning, on which it is submitted.</param>
/// <param name="Steps">What happens then, each on its day.</param>
internal sealed record Sample(string Key, object Body, int Day, params Step[] Steps);

/// <summary>Something that happens to a sample.</summary>
/// <param name="Day">The working day, counted from the story's beginning.</param>
/// <param name="DoAsync">Does it.</param>
internal sealed record Step(int Day, Func<SampleActs, Task> DoAsync);
