using Core.Requests;
using NodaTime;
using Service.Desk;
using Service.Storage;

namespace Service.Reports;

/// <summary>Where an owed destruction stands.</summary>
internal enum DestructionStanding
{
    /// <summary>The agreement still holds.</summary>
    NotYetDue,
    /// <summary>The agreement has ended and the attestation is asked for.</summary>
    Due,
    /// <summary>It is overdue, and the receiver's next request is refused.</summary>
    Overdue,
}

/// <summary>One destruction that is owed.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Receiver">Who received the data.</param>
/// <param name="Organization">Their organization.</param>
/// <param name="Email">Their address.</param>
/// <param name="AgreementEndsOn">The last day of the agreement.</param>
/// <param name="OverdueFrom">From when on it is overdue.</param>
/// <param name="RemindedAt">When an administrator last had them reminded; the reminders that go out by themselves are not counted.</param>
internal sealed record OwedDestruction(
    string RequestId, DestructionStanding Standing, string Receiver, string? Organization, string Email, LocalDate AgreementEndsOn,
    Instant OverdueFrom, Instant? RemindedAt);

/// <summary>Everything that is to be destroyed and not attested yet.</summary>
internal sealed class DestructionReport(DestructionRegister register, EventStore store, CurrentCircumstances current)
{
    /// <summary>All of it, the longest overdue first.</summary>
    public async Task<IReadOnlyList<OwedDestruction>> AllAsync(CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        var owed = new List<OwedDestruction>();
        foreach (var id in await register.AllAsync(cancel))
        {
            if ((await store.LoadAsync(id, cancel))?.State is { } request && Line(request, circumstances) is { } line)
            {
                owed.Add(line);
            }
        }

        return [.. owed.OrderBy(one => one.OverdueFrom).ThenBy(one => one.RequestId, StringComparer.Ordinal)];
    }

    private static OwedDestruction? Line(RequestState request, Circumstances circumstances)
    {
        var calendar = circumstances.Calendar;
        if (Destruction.DueAt(request, calendar) is not { } due
            || Destruction.OverdueFrom(request, calendar, circumstances.Policy.Destruction) is not { } overdue)
        {
            return null;
        }

        var requester = request.Submission.Requester;
        return new(
            request.Id,
            overdue <= circumstances.Now ? DestructionStanding.Overdue : due <= circumstances.Now ? DestructionStanding.Due : DestructionStanding.NotYetDue,
            requester.Name, requester.Organization, requester.Email, request.Nda!.EndsOn!.Value, overdue,
            request.History.LastOrDefault(recorded => recorded.Event is RequestEvent.DestructionReminded)?.At);
    }
}
