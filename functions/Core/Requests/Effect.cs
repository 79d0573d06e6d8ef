using Core.Notifications;
using NodaTime;

namespace Core.Requests;

/// <summary>Something to be done in the world for a request. A value: the engine carries it out.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Send a message.</summary>
    public sealed record SendMail(Message Message) : Effect;
    /// <summary>Put an executed agreement into the register and make its PDF.</summary>
    public sealed record RegisterNda : Effect;
    /// <summary>Write into the disclosure ledger that identifiable information was asked for (34 CFR 99.32).</summary>
    public sealed record RecordRequest : Effect;
    /// <summary>Enter into the register of destructions what is owed, what no longer is, and what was refused because of one.</summary>
    public sealed record RegisterDestruction : Effect;
    /// <summary>Delete the bytes of a file whose link has ended or that was recalled.</summary>
    public sealed record DeleteFile(string DeliverableId) : Effect;
}

/// <summary>An effect with its id and time.</summary>
/// <param name="Id">Deterministic, unique within the request, such as "mail/ClarificationReminder/7/2": doing it twice is harmless.</param>
/// <param name="DueAt">The earliest time to do it.</param>
/// <param name="Effect">What.</param>
public sealed record OwedEffect(string Id, Instant DueAt, Effect Effect);
