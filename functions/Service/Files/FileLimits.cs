namespace Service.Files;

/// <summary>What is read at most; beyond these a file is refused by a finding.</summary>
/// <param name="Bytes">Of the file as it came.</param>
/// <param name="UnpackedBytes">Of a workbook when it is unpacked.</param>
/// <param name="Ratio">
/// How many times larger than packed one part may become, once it is large at all: XML of real sheets packs about 10 to 60 times, a zip
/// bomb 1,000 times.
/// </param>
/// <param name="TextBytes">Of all different texts of a workbook together, which have to be kept while it is read.</param>
internal sealed record FileLimits(long Bytes, long UnpackedBytes, int Ratio, long TextBytes)
{
    public static FileLimits Standard { get; } = new(200L << 20, 2L << 30, 300, 400L << 20);

    /// <summary>How long it is tried to work hidden counts out; beyond, the file is not proven safe.</summary>
    public TimeSpan Attack { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Parts smaller than this unpack harmlessly at any ratio.</summary>
    public const long SmallPart = 10L << 20;
    /// <summary>The columns a spreadsheet has.</summary>
    public const int Columns = 16_384;
    /// <summary>Characters of one CSV row.</summary>
    public const int RowCharacters = 4 << 20;
    /// <summary>Parts a workbook may consist of.</summary>
    public const int Parts = 10_000;
}
