namespace Local;

/// <summary>Something outside the program keeps it from starting. The message is one line that says what to do about it.</summary>
internal sealed class StartupProblem : Exception
{
    public StartupProblem(string message) : base(message) { }

    public StartupProblem(string message, Exception cause) : base(message, cause) { }
}
