using Service.Agreements.Pdf;

namespace Service.Agreements;

/// <summary>
/// The typeface of agreements, carried in the program: a machine in the cloud has none. DejaVu Sans may be embedded freely and has the
/// Latin (Vietnamese included), Cyrillic and Greek letters that people's names are written in.
/// </summary>
internal static class AgreementFonts
{
    private static readonly Lazy<TrueType> Regular = new(() => Read("DejaVuSans.ttf"));
    private static readonly Lazy<TrueType> Bold = new(() => Read("DejaVuSans-Bold.ttf"));

    public static PdfFont Plain() => new("F1", "DejaVuSans", Regular.Value);
    public static PdfFont Strong() => new("F2", "DejaVuSans-Bold", Bold.Value);

    private static TrueType Read(string file)
    {
        using var stream = typeof(AgreementFonts).Assembly.GetManifestResourceStream($"fonts/{file}")
            ?? throw new InvalidOperationException($"The typeface {file} is not in the program.");
        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        return new(font);
    }
}
