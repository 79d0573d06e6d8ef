using Core.Notifications;

namespace Service.Portal.Analyst.Outgoing;

/// <summary>An e-mail that an action would send, before it is sent.</summary>
/// <param name="To">The addresses it goes to.</param>
/// <param name="Letter">Its words, in the reader's language. Its link opens nothing: the one that does is made when it is sent.</param>
/// <param name="InEnglish">The same words in English; null where it is in English already.</param>
public sealed record OutgoingLetter(IReadOnlyList<string> To, Letter Letter, Letter? InEnglish);
