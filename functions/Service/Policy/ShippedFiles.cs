namespace Service.Policy;

/// <summary>Files that ship inside the product and that the office may replace.</summary>
internal static class ShippedFiles
{
    /// <param name="room">The folder that holds it.</param>
    public static string Text(string name, string room = "Policy")
    {
        using var stream = typeof(ShippedFiles).Assembly.GetManifestResourceStream($"Service.{room}.{name}")
            ?? throw new InvalidOperationException($"{name} does not ship with this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
