using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using MimeKit;
using NodaTime;

namespace Local.Dev;

/// <summary>An e-mail that left, as <c>GET /dev/mailbox</c> shows it (contract, "On one machine").</summary>
internal sealed record DevelopmentMail(
    [property: JsonIgnore] string Id, string To, string Subject, string Text, string Html, Instant SentAt, string? RequestId, string? Template);

/// <summary>
/// Keeps every e-mail the local endpoint received, in table <c>devmail</c>, as it came. Keyed by message id: one that arrives again
/// is the same one, as real servers see it. Several recipients make several entries, as they have several mailboxes.
/// </summary>
internal sealed class DevelopmentMailbox(TableServiceClient tables, IClock clock)
{
    private const string Partition = "mail";
    // A binary property holds at most 64 KiB.
    private const int Piece = 60 * 1024;
    private const int MostPieces = 15;

    private readonly TableClient table = tables.GetTableClient("devmail");
    private bool tableIsThere;

    /// <summary>The largest message that is kept, in bytes.</summary>
    public const int Largest = Piece * MostPieces;

    /// <summary>Keeps a message, unless it is kept already.</summary>
    public async Task KeepAsync(MimeMessage message, byte[] mime, CancellationToken cancel)
    {
        var entity = new TableEntity(Partition, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.MessageId ?? ""))))
        {
            ["SentAt"] = clock.GetCurrentInstant().ToDateTimeOffset(),
        };
        foreach (var (piece, number) in mime.Chunk(Piece).Select((piece, number) => (piece, number)))
        {
            entity[string.Create(CultureInfo.InvariantCulture, $"Mime{number:00}")] = piece;
        }

        if (!tableIsThere)
        {
            await table.CreateIfNotExistsAsync(cancel);
            tableIsThere = true;
        }

        try
        {
            await table.AddEntityAsync(entity, cancel);
        }
        catch (RequestFailedException error) when (error.Status == 409)
        {
            // Kept already: a repeat after a crash.
        }
    }

    /// <summary>Every message, newest first; those to one address where it is given.</summary>
    public async Task<IReadOnlyList<DevelopmentMail>> ListAsync(string? to, CancellationToken cancel)
    {
        var kept = new List<(TableEntity Entity, DevelopmentMail Mail)>();
        try
        {
            await foreach (var entity in table.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, cancellationToken: cancel))
            {
                kept.AddRange(Read(entity).Select(mail => (entity, mail)));
            }
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            // No message was ever sent.
        }

        return [.. kept.Where(one => string.IsNullOrEmpty(to) || string.Equals(one.Mail.To, to.Trim(), StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(one => one.Mail.SentAt).ThenByDescending(one => one.Entity.Timestamp).Select(one => one.Mail)];
    }

    private static IEnumerable<DevelopmentMail> Read(TableEntity entity)
    {
        using var mime = new MemoryStream([.. entity.Keys.Where(key => key.StartsWith("Mime", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).SelectMany(key => entity.GetBinary(key))]);
        using var message = MimeMessage.Load(mime);
        return
        [
            .. message.To.Mailboxes.Select(to => new DevelopmentMail(
                entity.RowKey, to.Address, message.Subject ?? "", message.TextBody ?? "", message.HtmlBody ?? "",
                Instant.FromDateTimeOffset(entity.GetDateTimeOffset("SentAt")!.Value),
                message.Headers[Service.Mail.MailMessage.RequestHeader], message.Headers[Service.Mail.MailMessage.TemplateHeader])),
        ];
    }
}
