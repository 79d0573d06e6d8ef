using System.Globalization;
using Core.Calendar;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Commands;
using Service.Audit;
using Service.Deliverables;
using Service.Desk;
using Service.Partners;
using Service.Portal.Analyst.Outgoing;
using Service.Portal.Layout;
using Service.Roles;
using Service.SignIn;
using Service.StandardTexts;
using Service.Storage;

namespace Service.Portal.Analyst;

/// <summary>A request's staff page, and the actions its state allows.</summary>
internal sealed class StaffPages(
    RequestDesk desk, DeliverableDesk deliverables, ReadTrail reads, Onlookers onlookers, StandardTextStore texts, PartnerLookup partners,
    FrameSource frames)
{
    /// <summary>Said where somebody's roles do not allow an action.</summary>
    public static readonly FieldError NotYourRole = new(null, "Your role does not allow this.");

    /// <summary>The forms of commands, each its own address below the request.</summary>
    public static readonly string[] Forms =
    [
        "assign", "ask", "estimate", "waive", "require-nda", "countersign", "accept-document", "reject-document", "approve", "deny",
        "reroute", "extend", "override", "notify-family", "forbid-notice", "report", "describe", "deliver", "recall", "note", "remind", "close",
        "revoke-access", "renew-access",
    ];

    public static void Map(IEndpointRouteBuilder staff)
    {
        var one = staff.MapGroup("/staff/requests/{id}");
        one.MapGet("", (string id, HttpContext http, StaffPages pages) => pages.ShowAsync(http, id));
        foreach (var form in Forms)
        {
            one.MapPost(form, (string id, HttpContext http, StaffPages pages) => pages.DoAsync(http, id, form));
        }
    }

    private async Task<IResult> ShowAsync(HttpContext http, string id) =>
        await desk.FindAsync(id, http.RequestAborted) is { } state
            ? await PageAsync(http, state, Entries.Blank(""))
            : await NotFoundAsync(http);

    private async Task<IResult> DoAsync(HttpContext http, string id, string form)
    {
        if (await desk.FindAsync(id, http.RequestAborted) is not { } state)
        {
            return await NotFoundAsync(http);
        }

        var entries = Entries.From(form, await http.Request.ReadFormAsync(http.RequestAborted));
        if (entries.Optional("use") is { } name)
        {
            return await PageAsync(http, state, await WithTextAsync(entries, name, http.RequestAborted));
        }

        if (StaffCommands.Read(entries, out var error) is not { } typed)
        {
            return await PageAsync(http, state, entries.Wrong(error!));
        }

        var command = Wording.In(entries, typed);

        var by = StaffSignIn.Of(http.User)!;
        if (!CommandPermissions.Allow(by, command.GetType()))
        {
            return await PageAsync(http, state, entries.Wrong(NotYourRole));
        }

        // Without a readable version nothing can match, which is the safe side.
        var version = int.TryParse(entries["expectedVersion"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;
        if (version == state.Version && await UnseenAsync(state, command, by, entries, http.RequestAborted) is { } letters)
        {
            return await PageAsync(http, state, entries, letters);
        }

        // Releasing files is recorded student by student first, which the desk of files sees to.
        var outcome = command is RequestCommand.Deliver deliver
            ? await deliverables.DeliverAsync(id, deliver, by, version, http.RequestAborted)
            : await desk.ExecuteAsync(id, command, by, version, http.RequestAborted);
        return outcome.Refusal switch
        {
            null => Results.Redirect($"/staff/requests/{id}?done={form}"),
            { Kind: RefusalKind.Conflict } => await PageAsync(http, outcome.State ?? state, entries.Wrong(new FieldError(null,
                "Somebody changed this request after you opened it. Below is how it stands now; what you typed is still there. Look at the history, then send it again if it still fits."))),
            var refusal => await PageAsync(http, outcome.State ?? state, entries.Wrong(Mistakes.Of(refusal, command))),
        };
    }

    /// <summary>A standard text after what was typed.</summary>
    private async Task<Entries> WithTextAsync(Entries entries, string name, CancellationToken cancel)
    {
        var found = (await texts.CurrentAsync(cancel)).Texts.FirstOrDefault(text => text.Form == entries.Form && text.Name == name);
        return found is null || !StandardText.Fields.TryGetValue(entries.Form, out var field)
            ? entries
            : entries.Set(field, entries[field] is { Length: > 0 } typed ? $"{typed}\n\n{found.Text}" : found.Text);
    }

    /// <summary>The e-mails that would leave and that this person has not had before their eyes; null where they may.</summary>
    private async Task<IReadOnlyList<OutgoingLetter>?> UnseenAsync(
        RequestState state, RequestCommand command, Actor.Staff by, Entries entries, CancellationToken cancel)
    {
        var paper = await desk.TryAsync(state, command, by, cancel);
        if (paper.Refusal is not null)
        {
            return null;
        }

        var letters = LettersToSend.Between(state, paper);
        return entries.Has("preview", "yes") || entries["seen"] != LettersToSend.Fingerprint(letters) ? letters : null;
    }

    /// <summary>The page of a request, with what was typed into one of its forms.</summary>
    public async Task<IResult> PageAsync(HttpContext http, RequestState state, Entries entries, IReadOnlyList<OutgoingLetter>? preview = null)
    {
        var frame = await frames.ForAsync(http);
        // On record before it is shown (policy section 5).
        await reads.OfRequestAsync(frame.Staff!, state, http.RequestAborted);
        var circumstances = await frames.CircumstancesAsync(http.RequestAborted);
        var actions = new StaffActions(state, frame.Staff!, circumstances, frame.Dates).Possible();
        return Page.Of<StaffRequest>(
            frame,
            new StaffView(state, Standing.Of(state, circumstances), circumstances, actions, [.. Timeline.Of(state, circumstances, ClockReader.Office).Reverse()], entries, preview)
            {
                Others = await onlookers.LookAsync(state.Id, frame.Staff!.Name, frame.Dates.Now, http.RequestAborted),
                Partner = await partners.OfAsync(state, frame.Dates.Today, http.RequestAborted),
                Texts = (await texts.CurrentAsync(http.RequestAborted)).Texts,
            },
            entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>There is no such request.</summary>
    public async Task<IResult> NotFoundAsync(HttpContext http) =>
        Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotFound, StatusCodes.Status404NotFound);
}
