namespace Service.Mail;

/// <summary>The mail server did not take a message now: an outage, not a fault of the request. The engine tries again later.</summary>
internal sealed class MailDelayedException : Exception
{
    public MailDelayedException(string message, Exception? inner = null) : base(message, inner) { }
}

/// <summary>What became of a message.</summary>
internal enum MailOutcome
{
    /// <summary>The server took it.</summary>
    Sent,
    /// <summary>It had left before; nothing was sent.</summary>
    SentBefore,
    /// <summary>No server will ever take it, such as for an address that is none. It is logged; trying again would not help.</summary>
    Undeliverable,
}
