namespace Service.SignIn;

/// <summary>Where somebody is sent once they are signed in.</summary>
internal static class ReturnAddress
{
    private const string Otherwise = "/staff";

    /// <summary>The address if it is one of ours; never another site, which a link made by a stranger might name.</summary>
    public static string Of(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : Otherwise;
}
