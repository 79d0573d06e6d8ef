using NodaTime;

namespace Core.Notifications;

/// <summary>One request in a digest: its number and what is the matter. No name, no address: mail is read on telephones.</summary>
public sealed record DigestLine(string RequestId, string What);

/// <summary>What administrators want to know in the morning.</summary>
/// <param name="Day">The day it is for.</param>
/// <param name="Overdue">Open and past a deadline.</param>
/// <param name="DueSoon">Open and in the warned part of their days.</param>
/// <param name="Stuck">It is the office's turn and nothing has happened for days, or a step fails again and again.</param>
public sealed record Digest(LocalDate Day, IReadOnlyList<DigestLine> Overdue, IReadOnlyList<DigestLine> DueSoon, IReadOnlyList<DigestLine> Stuck)
{
    /// <summary>Nothing to tell: then no digest is sent.</summary>
    public bool IsEmpty => Overdue.Count + DueSoon.Count + Stuck.Count == 0;
}
