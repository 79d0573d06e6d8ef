namespace Local.Dev;

/// <summary>Lets the local mail endpoint fail on demand, to see that mail is delayed and nothing else.</summary>
internal sealed class MailFailures
{
    private int left;

    /// <summary>How many of the next calls fail.</summary>
    public int Left
    {
        get => Volatile.Read(ref left);
        set => Volatile.Write(ref left, value);
    }

    /// <summary>Whether this call is one of those.</summary>
    public bool Take()
    {
        while (Left is > 0 and var seen)
        {
            if (Interlocked.CompareExchange(ref left, seen - 1, seen) == seen)
                return true;
        }

        return false;
    }
}
