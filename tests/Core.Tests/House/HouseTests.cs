using System.Reflection;
using System.Runtime.CompilerServices;
using Core.Notifications;
using Core.Requests;
using Core.Tests.Requests;
using NodaTime;

namespace Core.Tests.House;

/// <summary>Rules of the house that a compiler does not check.</summary>
public sealed class HouseTests
{
    private static readonly Assembly Core = typeof(Lifecycle).Assembly;

    [Fact]
    public void Core_knows_only_NodaTime_mathematics_and_the_runtime() =>
        Core.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not "NodaTime" and not "Google.OrTools")
            .ShouldBeEmpty();

    [Fact]
    public void Core_never_asks_what_time_it_is()
    {
        string[] clocks = ["DateTime.UtcNow", "DateTime.Now", "DateTimeOffset.UtcNow", "DateTimeOffset.Now", "SystemClock.Instance", "TimeProvider.System"];
        Sources("functions", "Core")
            .SelectMany(file => clocks.Where(clock => File.ReadAllText(file).Contains(clock, StringComparison.Ordinal)).Select(clock => $"{file}: {clock}"))
            .ShouldBeEmpty();
    }

    public static TheoryData<Type> Events => [.. Cases(typeof(RequestEvent))];

    public static TheoryData<Type> Commands => [.. Cases(typeof(RequestCommand))];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_its_row_in_the_messages(Type type)
    {
        if (type == typeof(RequestEvent.Submitted) || type == typeof(RequestEvent.FeeEstimated))
        {
            return; // Rows that read the event itself; the lifecycle's tests go through them.
        }

        var happened = (RequestEvent)RuntimeHelpers.GetUninitializedObject(type);
        var state = Story.InProgress().It;
        var recorded = new RecordedEvent(state.Sequence + 1, Some.Monday, Actor.System, happened);
        Should.NotThrow(() => Messages.About(recorded, state with { History = state.History.Add(recorded) }).ToList());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_is_judged_even_when_its_fields_are_missing(Type type)
    {
        var command = (RequestCommand)RuntimeHelpers.GetUninitializedObject(type);
        if (command is RequestCommand.Submit or RequestCommand.ApplyCalendar)
        {
            return; // Made by the system itself, whole.
        }

        Should.NotThrow(() => Lifecycle.Decide("DR-1", Story.InProgress().It, command, Some.Analyst, Some.Now(Some.Monday)));
        Should.NotThrow(() => Lifecycle.Decide("DR-1", null, command, Some.Analyst, Some.Now(Some.Monday)));
    }

    [Fact]
    public void Every_kind_of_message_is_sent_by_something()
    {
        var words = string.Concat(Sources("functions", "Core", "Notifications").Where(file => file.EndsWith("Messages.cs", StringComparison.Ordinal))
            .Concat(Sources("functions", "Core", "Requests")).Select(File.ReadAllText));
        Enum.GetNames<MessageKind>().Where(kind => !words.Contains($"MessageKind.{kind}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static Type[] Cases(Type union) => union.GetNestedTypes().Where(type => type.IsSealed && union.IsAssignableFrom(type)).ToArray();

    private static string[] Sources(params string[] path) =>
        Directory.GetFiles(Path.Combine([Root(), .. path]), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToArray();

    internal static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
