using Service.Portal.Analyst.Outgoing;

namespace Service.Portal.Analyst;

/// <summary>Something a member of the staff can do to a request now.</summary>
/// <param name="Form">The form's name, and the last part of the address it posts to.</param>
/// <param name="Title">What it is.</param>
/// <param name="Button">What its button says.</param>
/// <param name="ClockEffect">What it does to the clock.</param>
/// <param name="Choices">What it can be done to (kinds of document, files, offices); empty where there is nothing to choose.</param>
/// <param name="Letters">The e-mails it sends as the form is filled in at first; null where that depends on what is still to be written.</param>
public sealed record StaffAction(
    string Form, string Title, string Button, string ClockEffect, IReadOnlyList<Service.Portal.Layout.Option> Choices, IReadOnlyList<OutgoingLetter>? Letters);
