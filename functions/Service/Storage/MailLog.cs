using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Core.Notifications;
using NodaTime;
using Service.Mail;

namespace Service.Storage;

/// <summary>A message that left.</summary>
/// <param name="EffectId">The effect it was owed as.</param>
/// <param name="Kind">Its kind, which is its template.</param>
/// <param name="To">The addresses it went to.</param>
/// <param name="Outcome">What the mail server made of it.</param>
/// <param name="At">When.</param>
internal sealed record SentMail(string EffectId, MessageKind Kind, string To, MailOutcome Outcome, Instant At);

/// <summary>
/// What left, when, to whom. The rows stand beside the request's events and are written in the transaction that marks the effect as
/// done: either both are there or neither.
/// </summary>
internal sealed class MailLog(TableServiceClient tables)
{
    private const string Prefix = "mail_";

    private readonly TableClient table = tables.GetTableClient(EventStore.TableName);

    public static TableEntity RowOf(string requestId, SentMail mail) => new(requestId, Prefix + mail.EffectId.Replace('/', '~'))
    {
        ["Effect"] = mail.EffectId,
        ["Kind"] = mail.Kind.ToString(),
        ["To"] = mail.To,
        ["Outcome"] = mail.Outcome.ToString(),
        ["At"] = mail.At.ToUnixTimeTicks(),
    };

    /// <summary>Everything that left for a request.</summary>
    public async IAsyncEnumerable<SentMail> OfAsync(string requestId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var end = Prefix + "~";
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {requestId} and RowKey ge {Prefix} and RowKey lt {end}"), cancellationToken: cancel);
        await foreach (var row in rows)
        {
            yield return new(row.GetString("Effect"), Enum.Parse<MessageKind>(row.GetString("Kind")), row.GetString("To"),
                Enum.Parse<MailOutcome>(row.GetString("Outcome")), Instant.FromUnixTimeTicks(row.GetInt64("At") ?? 0));
        }
    }
}
