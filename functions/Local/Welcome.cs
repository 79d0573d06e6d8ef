namespace Local;

/// <summary>What the program prints once it serves: where to click.</summary>
internal static class Welcome
{
    public static string Text(IReadOnlyCollection<string> addresses, bool isDevelopment, bool seeded)
    {
        var home = addresses.FirstOrDefault()?.TrimEnd('/') ?? LocalRun.DefaultAddress;
        (string Path, string What)[] places =
        [
            ("/", "ask for data"),
            ("/staff", "the office's queue"),
            ("/docs", "the API"),
            .. isDevelopment ? [("/dev", "sign in, read every e-mail that left, move the clock")] : Array.Empty<(string, string)>(),
        ];
        var width = places.Max(place => home.Length + place.Path.Length);
        return string.Join(Environment.NewLine,
        [
            "",
            $"Serving on {string.Join(", ", addresses)}",
            .. places.Select(place => $"  {(home + place.Path).PadRight(width)}  {place.What}"),
            .. seeded || !isDevelopment ? Array.Empty<string>() : ["Start it with --seed for a few invented requests."],
            "Ctrl-C stops everything.",
        ]);
    }
}
