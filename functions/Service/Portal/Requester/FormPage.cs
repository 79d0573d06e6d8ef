using Core.Policy;
using Core.Routing;
using NodaTime;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>The form at one of its steps.</summary>
/// <param name="Step">The step shown.</param>
/// <param name="In">Everything typed so far.</param>
/// <param name="Key">Told apart from every other filling-in, so that a double click sends once.</param>
/// <param name="Preview">What would become of it; on the last step only.</param>
public sealed record FormPage(FormStep Step, Entries In, string Key, Preview? Preview = null);

/// <summary>What would become of a request if it were sent now.</summary>
/// <param name="Submission">As the office will read it.</param>
/// <param name="Decision">Where it goes, and why.</param>
/// <param name="Office">How that office is reached.</param>
/// <param name="ContactBy">An analyst writes by then; null where this office does not handle it.</param>
/// <param name="FulfilBy">Fulfilled by then if nothing is missing; null where this office does not handle it.</param>
public sealed record Preview(Submission Submission, Decision Decision, OfficeContact Office, Instant? ContactBy, Instant? FulfilBy);

/// <summary>A request that was just sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Email">Where the confirmation went.</param>
/// <param name="Decision">Where it went, and why.</param>
/// <param name="Office">How that office is reached.</param>
/// <param name="ContactBy">An analyst writes by then.</param>
/// <param name="FulfilBy">Fulfilled by then if nothing is missing.</param>
public sealed record Sent(string Id, string Email, Decision Decision, OfficeContact Office, Instant? ContactBy, Instant? FulfilBy);
