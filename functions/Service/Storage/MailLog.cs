using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using NodaTime;

namespace Service.Storage;

/// <summary>A message that left.</summary>
/// <param name="EffectId">The effect it was owed as.</param>
/// <param name="Template">Its kind.</param>
/// <param name="To">The addresses it went to.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="At">When.</param>
internal sealed record SentMail(string EffectId, string Template, string To, string Subject, Instant At);

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
        ["Template"] = mail.Template,
        ["To"] = mail.To,
        ["Subject"] = mail.Subject,
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
            yield return new(row.GetString("Effect"), row.GetString("Template"), row.GetString("To"), row.GetString("Subject"),
                Instant.FromUnixTimeTicks(row.GetInt64("At") ?? 0));
        }
    }
}
