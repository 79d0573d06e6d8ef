namespace Service.Policy;

/// <summary>The files of this folder as they ship inside the product.</summary>
internal static class ShippedFiles
{
    public static string Text(string name)
    {
        using var stream = typeof(ShippedFiles).Assembly.GetManifestResourceStream($"Service.Policy.{name}")
            ?? throw new InvalidOperationException($"{name} does not ship with this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
