using System.Globalization;

namespace Service.Portal.Layout;

/// <summary>Sums of money as people read them.</summary>
public static class Money
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>"$125.00"; other currencies by their code.</summary>
    public static string Of(decimal amount, string currency) =>
        currency == "USD" ? amount.ToString("C2", English) : $"{amount.ToString("N2", English)} {currency}";
}
