using System.Diagnostics;
using Azure.Data.Tables;
using Core.Agreements;
using Core.Disclosure;
using Core.Notifications;
using Core.Requests;
using NodaTime;
using Service.Agreements;
using Service.Disclosures;
using Service.Health;
using Service.Mail;
using Service.Policy;
using Service.Storage;
using Service.Telemetry;

namespace Service.Engine;

/// <summary>Carries out effects. Each may be carried out twice without harm.</summary>
internal sealed class Effects(Mailer mailer, PolicyStore policies, NdaRegister ndas, DestructionRegister destructions, AgreementPdf agreements, FileStore files, DisclosureLedger ledger,
    IClock clock, OfficeMetrics metrics, FailedSteps failed)
{
    // Below the usable part of a lease and what remains of it after.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(11);

    /// <summary>Carries one out; the row that records more than that it is done, if there is one.</summary>
    public async Task<TableEntity?> CarryOutAsync(RequestState state, OwedEffect owed, CancellationToken cancel)
    {
        try
        {
            var row = await TryAsync(state, owed, cancel);
            await failed.DoneAsync(state.Id, owed);
            return row;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            await failed.FailedAsync(state.Id, owed, failure);
            throw;
        }
    }

    private async Task<TableEntity?> TryAsync(RequestState state, OwedEffect owed, CancellationToken cancel)
    {
        using var span = OfficeTraces.Start("effect", state.Id, owed.Effect is Effect.SendMail { Message.Kind: var kind } ? $"{kind}" : owed.Effect.GetType().Name);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(Patience);
        switch (owed.Effect)
        {
            case Effect.SendMail { Message: var message }:
                return await SendAsync(state, message, owed, timeout.Token);
            case Effect.RegisterNda:
                await RegisterAsync(state, timeout.Token);
                return null;
            case Effect.RecordRequest:
                await ledger.WriteAsync(Entries.OfRequest(state), timeout.Token);
                return null;
            case Effect.RegisterDestruction:
                await destructions.KeepAsync(state, timeout.Token);
                return null;
            case Effect.DeleteFile { DeliverableId: var deliverable }:
                await files.DeleteDeliverableAsync(state.Id, deliverable, timeout.Token);
                return null;
            default:
                throw new UnreachableException($"Nobody carries out {owed.Effect.GetType().Name}.");
        }
    }

    private async Task<TableEntity> SendAsync(RequestState state, Message message, OwedEffect owed, CancellationToken cancel)
    {
        var outcome = await mailer.SendAsync(state, message, owed.Id, cancel);
        metrics.MailLeft(clock.GetCurrentInstant() - owed.DueAt);
        if (outcome == MailOutcome.Undeliverable)
        {
            await failed.GaveUpAsync(state.Id, owed);
        }

        var to = string.Join(", ", Recipients.Of(message, state, await policies.CurrentAsync(cancel)));
        return MailLog.RowOf(state.Id, new(owed.Id, message.Kind, to, outcome, clock.GetCurrentInstant()));
    }

    private async Task RegisterAsync(RequestState state, CancellationToken cancel)
    {
        await agreements.StoreAsync(state, cancel);
        await ndas.EnterAsync(
            state.Submission.Requester, new CurrentNda(state.Nda!.Document!.Id, state.Id, state.Nda.EndsOn!.Value), cancel);
    }
}
