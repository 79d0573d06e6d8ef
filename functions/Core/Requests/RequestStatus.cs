namespace Core.Requests;

/// <summary>Where a request stands; derived, in the order of the contract.</summary>
public enum RequestStatus
{
    /// <summary>Handed to another office: an ending.</summary>
    Redirected,
    /// <summary>Refused at submission: an ending.</summary>
    Refused,
    /// <summary>Denied by the office: an ending.</summary>
    Denied,
    /// <summary>Withdrawn by the requester: an ending.</summary>
    Withdrawn,
    /// <summary>Closed because an answer never came: an ending.</summary>
    Lapsed,
    /// <summary>Delivered and closed: an ending.</summary>
    Closed,
    /// <summary>The files are there to be fetched.</summary>
    Delivered,
    /// <summary>An approver decides first.</summary>
    AwaitingApproval,
    /// <summary>No analyst yet.</summary>
    Submitted,
    /// <summary>The requester owes an answer.</summary>
    AwaitingClarification,
    /// <summary>The requester decides on the fee.</summary>
    AwaitingFeeDecision,
    /// <summary>Documents are missing or not accepted yet.</summary>
    AwaitingDocuments,
    /// <summary>The NDA is not fully executed yet.</summary>
    AwaitingNda,
    /// <summary>The analyst works on it.</summary>
    InProgress,
}

/// <summary>Whose turn it is.</summary>
public enum WaitingOn
{
    /// <summary>The requester owes something.</summary>
    Requester,
    /// <summary>The office owes something.</summary>
    Office,
    /// <summary>An approver decides.</summary>
    Approver,
}
