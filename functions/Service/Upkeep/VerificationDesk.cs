using NodaTime;
using Service.Audit;
using Service.Storage;
using Service.Storage.Events;

namespace Service.Upkeep;

/// <summary>Has the records verified and remembers what was found, for the pages that tell what needs attention.</summary>
internal sealed class VerificationDesk(AuditVerification audit, LastTimes last, IClock clock)
{
    /// <summary>Verifies everything now.</summary>
    /// <param name="by">Who asks.</param>
    public async Task<Verification> VerifyAsync(string by, CancellationToken cancel)
    {
        var found = await audit.VerifyAsync(cancel);
        await last.WriteAsync(new LastVerification(clock.GetCurrentInstant(), found.Ok, found.Entries, by), cancel);
        return found;
    }
}
