using Core.Requests;
using Core.Routing;
using Service.Api.Bodies;
using Service.Roles;
using static Core.Requests.RequestCommand;

namespace Service.Api.Commands;

/// <summary>A command of the staff as it was read.</summary>
/// <param name="Command">What they want; null where their role does not allow it.</param>
/// <param name="ExpectedVersion">The version they saw.</param>
internal sealed record StaffCommand(RequestCommand? Command, int ExpectedVersion);

/// <summary>Reads the one body of all staff commands (contract, "Staff"). The role is judged before the fields.</summary>
internal static class StaffCommandBody
{
    private const int Line = 200;
    private const int Prose = 4_000;

    /// <summary>Every type: the command it is and how its fields are read.</summary>
    public static IReadOnlyDictionary<string, (Type Command, Func<BodyObject, RequestCommand> Read)> Types { get; } =
        new Dictionary<string, (Type, Func<BodyObject, RequestCommand>)>(StringComparer.Ordinal)
        {
            ["Assign"] = Row(body => new Assign(body.Text("assignee", Line, required: true)!, body.Text("note", Prose, lines: true))),
            ["AskClarification"] = Row(body => new AskClarification(Words(body, "question"))),
            ["EstimateFee"] = Row(body => new EstimateFee(
                body.Amount("hours", required: true).GetValueOrDefault(), body.Number("records", required: true).GetValueOrDefault(),
                body.Text("note", Prose, lines: true))),
            ["WaiveFee"] = Row(_ => new WaiveFee()),
            ["RequireNda"] = Row(_ => new RequireNda()),
            ["CountersignNda"] = Row(body => new CountersignNda(body.Date("endsOn", required: true).GetValueOrDefault())),
            ["AcceptDocument"] = Row(body => new AcceptDocument(body.Choice<DocumentKind>("kind", required: true).GetValueOrDefault())),
            ["RejectDocument"] = Row(body => new RejectDocument(
                body.Choice<DocumentKind>("kind", required: true).GetValueOrDefault(), Words(body, "reason"))),
            ["Approve"] = Row(body => new Approve(
                body.Text("note", Prose, lines: true), body.Choice<ReviewGround>("ground"), body.Text("conditions", Prose, lines: true),
                body.Texts("approvedInformation", 200, Line) is { Count: > 0 } only ? only : null)),
            ["Deny"] = Row(body => new Deny(Words(body, "reason"), Words(body, "alternative"), body.Choice<ReviewGround>("ground"))),
            ["NotifyFamily"] = Row(body => new NotifyFamily(body.Date("sentOn", required: true).GetValueOrDefault(), Words(body, "how"))),
            ["ForbidFamilyNotice"] = Row(body => new ForbidFamilyNotice(Words(body, "reason"))),
            ["ReportToSuperintendent"] = Row(body => new ReportToSuperintendent(Words(body, "text"))),
            ["DescribeStudents"] = Row(body => new DescribeStudents(
                body.Choice<StudentRace>("race", required: true).GetValueOrDefault(),
                body.Choice<EnglishLearners>("englishLearners", required: true).GetValueOrDefault(),
                body.Number("students", required: true).GetValueOrDefault())),
            ["Reroute"] = Row(body => new Reroute(body.Choice<Office>("office", required: true).GetValueOrDefault(), Words(body, "reason"))),
            ["Extend"] = Row(body => new Extend(body.Number("businessDays", required: true).GetValueOrDefault(), Words(body, "reason"))),
            ["Deliver"] = Row(body => new Deliver(body.Texts("deliverableIds", 100, 64, required: true), body.Text("note", Prose, lines: true))),
            ["ExceptConsent"] = Row(body => new ExceptConsent(
                body.Choice<FerpaException>("ground", required: true).GetValueOrDefault(), Words(body, "reason"))),
            ["OverrideCheck"] = Row(body => new OverrideCheck(body.Text("deliverableId", 64, required: true)!, Words(body, "reason"))),
            ["Recall"] = Row(body => new Recall(body.Text("deliverableId", 64, required: true)!, Words(body, "reason"))),
            ["Remind"] = Row(_ => new Remind()),
            ["RevokeAccess"] = Row(body => new RevokeAccess(Words(body, "reason"))),
            ["RenewAccess"] = Row(_ => new RenewAccess()),
            ["RemindDestruction"] = Row(_ => new RemindDestruction()),
            ["ExemptDestruction"] = Row(body => new ExemptDestruction(Words(body, "reason"))),
            ["Note"] = Row(body => new AddNote(Words(body, "text"))),
            ["Close"] = Row(_ => new Close()),
        };

    /// <summary>Reads a command for somebody.</summary>
    public static StaffCommand? Read(BodyObject body, Actor.Staff by)
    {
        if (body.Text("type", Line, required: true) is not { } type)
        {
            return null;
        }

        if (!Types.TryGetValue(type, out var row))
        {
            body.Wrong("type", $"This must be one of {string.Join(", ", Types.Keys)}.");
            return null;
        }

        return CommandPermissions.Allow(by, row.Command)
            ? new(Worded(row.Read(body), body), body.Number("expectedVersion", required: true).GetValueOrDefault())
            : new(Command: null, 0);
    }

    private static RequestCommand Worded(RequestCommand command, BodyObject body) =>
        command with { ConfirmedWording = body.Flag(SubmissionBody.ConfirmedWording) == true };

    private static (Type, Func<BodyObject, RequestCommand>) Row<T>(Func<BodyObject, T> read) where T : RequestCommand => (typeof(T), read);

    private static string Words(BodyObject body, string name) => body.Text(name, Prose, required: true, lines: true)!;
}
