using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Core.Requests;
using Service.SignIn.Keys;

namespace Service.SignIn;

/// <summary>
/// One-time codes before data that names students: six digits that follow from the server key and the event that sent them. They are
/// stored nowhere: a hash of six digits would be undone in a moment.
/// </summary>
internal sealed class DownloadCodes(ServerKey key)
{
    /// <summary>Answered to a wrong code; the try is on record.</summary>
    public static readonly Refusal Wrong = new(
        "CodeWrong", "This is not the code we sent last for this file. Look at the newest e-mail and try again.", "policy section 5", RefusalKind.Forbidden);

    /// <summary>The code that an event sent.</summary>
    /// <param name="sequence">The event.</param>
    public async ValueTask<string> OfAsync(string requestId, string deliverableId, int sequence, CancellationToken cancel)
    {
        var mac = await key.MacAsync("download-code", string.Create(CultureInfo.InvariantCulture, $"{requestId}\n{deliverableId}\n{sequence}"), cancel);
        // 64 bits over a million: no digit is likelier than another by anything that matters.
        return (BinaryPrimitives.ReadUInt64BigEndian(mac) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What a code given for a file is; null where none was given. Blanks that people type between digits do not count.</summary>
    public async ValueTask<CodeGiven?> ReadAsync(RequestState state, string deliverableId, string? typed, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var sent = DownloadCode.Of(state, deliverableId)?.Sequence ?? 0;
        var digits = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)));
        return new(sent, CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(await OfAsync(state.Id, deliverableId, sent, cancel)), Encoding.UTF8.GetBytes(digits)) && sent > 0);
    }
}
