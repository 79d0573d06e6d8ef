using PdfSharp.Fonts;

namespace Service.Agreements;

/// <summary>
/// The typeface of agreements, carried in the program: a machine in the cloud has none. DejaVu Sans is free to embed and covers the
/// Latin (Vietnamese included), Cyrillic, Greek and Arabic letters that people's names are written in.
/// </summary>
internal sealed class AgreementFonts : IFontResolver
{
    public const string Family = "DejaVu Sans";

    private static readonly Lazy<bool> Registered = new(() =>
    {
        GlobalFontSettings.FontResolver = new AgreementFonts();
        return true;
    });

    /// <summary>Makes the typeface known to the PDF library, once in a process.</summary>
    public static void Register() => _ = Registered.Value;

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(isBold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf");

    public byte[]? GetFont(string faceName)
    {
        using var stream = typeof(AgreementFonts).Assembly.GetManifestResourceStream($"fonts/{faceName}")
            ?? throw new InvalidOperationException($"The typeface {faceName} is not in the program.");
        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        return font;
    }
}
