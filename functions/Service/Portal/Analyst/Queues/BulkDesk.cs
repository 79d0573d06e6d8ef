using System.Diagnostics;
using System.Globalization;
using Core.Requests;
using Service.Desk;
using Service.Portal.Analyst.Outgoing;
using Service.Portal.Layout;
using Service.Roles;

namespace Service.Portal.Analyst.Queues;

/// <summary>One command on several requests, each with the version its line was read at.</summary>
internal sealed class BulkDesk(RequestDesk desk)
{
    /// <summary>More than a page holds is a mistake.</summary>
    public const int Most = 200;

    private const int AtOnce = 4;
    private const string Changed = "Somebody changed it since this page was opened.";

    /// <summary>What this person may do to several at once.</summary>
    public static IReadOnlyList<BulkAction> AllowedTo(Actor.Staff staff) =>
        [.. Enum.GetValues<BulkAction>().Where(action => CommandPermissions.Allow(staff, TypeOf(action)))];

    /// <summary>Reads the form: the command, or what is wrong with it.</summary>
    public static RequestCommand? Read(Entries entries, Actor.Staff staff, out BulkAction action, out FieldError? error)
    {
        error = null;
        if (!Enum.TryParse(entries["action"], out action) || !AllowedTo(staff).Contains(action))
        {
            error = new("action", "Choose what to do");
            return null;
        }

        if (!entries.All("chosen").Any())
        {
            error = new("chosen", "Choose at least one request");
            return null;
        }

        switch (action)
        {
            case BulkAction.Assign when entries.Optional("assignee") is { } name:
                return Wording.In(entries, new RequestCommand.Assign(name, entries.Optional("note")));
            case BulkAction.Assign:
                error = new("assignee", "Enter the analyst's name");
                return null;
            case BulkAction.Remind:
                return new RequestCommand.Remind();
            case BulkAction.Extend when !int.TryParse(entries["businessDays"], NumberStyles.None, CultureInfo.InvariantCulture, out _):
                error = new("businessDays", "Enter the business days as a whole number");
                return null;
            case BulkAction.Extend when entries.Optional("reason") is null:
                error = new("reason", "Enter a reason; the requesters are told");
                return null;
            case BulkAction.Extend:
                return Wording.In(entries, new RequestCommand.Extend(int.Parse(entries["businessDays"], CultureInfo.InvariantCulture), entries["reason"]));
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What would become of each, with the e-mails that would leave; nothing is done.</summary>
    public async Task<IReadOnlyList<BulkPlan>> TryAsync(RequestCommand command, IEnumerable<string> lines, Actor.Staff by, CancellationToken cancel)
    {
        var plans = new List<BulkPlan>();
        foreach (var (id, version) in lines.Distinct(StringComparer.Ordinal).Take(Most).Select(Read))
        {
            if (await desk.FindAsync(id, cancel) is { } state)
            {
                var paper = await desk.TryAsync(state, command, by, cancel);
                var why = state.Version != version ? Changed : paper.Refusal?.Text;
                plans.Add(new(id, why is null ? LettersToSend.Between(state, paper) : [], why, paper.Refusal));
            }
        }

        return plans;
    }

    /// <summary>Does it to each. A line reads "id:version".</summary>
    public async Task<BulkOutcome> DoAsync(BulkAction action, RequestCommand command, IEnumerable<string> lines, Actor.Staff by, CancellationToken cancel)
    {
        var outcomes = new Dictionary<string, string?>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            lines.Distinct(StringComparer.Ordinal).Take(Most), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (line, token) =>
            {
                var (id, version) = Read(line);
                var outcome = await desk.ExecuteAsync(id, command, by, version, token);
                var why = outcome switch
                {
                    { Refusal: { Kind: RefusalKind.Conflict } } => Changed,
                    { Refusal: { } refusal } => refusal.Text,
                    { State: null } => "There is no such request.",
                    _ => null,
                };
                lock (outcomes)
                {
                    outcomes[id] = why;
                }
            });
        var ordered = outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        return new(action, [.. ordered.Where(pair => pair.Value is null).Select(pair => pair.Key)], [.. ordered.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!))]);
    }

    private static (string Id, int Version) Read(string line) =>
        line.Split(':') is [var id, var seen] && int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (id, version) : (line, -1);

    private static Type TypeOf(BulkAction action) => action switch
    {
        BulkAction.Assign => typeof(RequestCommand.Assign),
        BulkAction.Remind => typeof(RequestCommand.Remind),
        BulkAction.Extend => typeof(RequestCommand.Extend),
        _ => throw new UnreachableException(),
    };
}
