namespace Core.Fees;

/// <summary>One line of an estimate, readable by the requester.</summary>
/// <param name="Label">What is charged, such as "Time: 6 hours, the first 2 free".</param>
/// <param name="Quantity">How many units are charged.</param>
/// <param name="Rate">Price of a unit.</param>
/// <param name="Amount">Quantity times rate.</param>
public sealed record FeeLine(string Label, decimal Quantity, decimal Rate, decimal Amount);

/// <summary>A fee estimate: size, time required and scope (ODA-03, "Fees for data requests").</summary>
/// <param name="Lines">The breakdown.</param>
/// <param name="Total">The sum, in <paramref name="Currency"/>; zero where no fee is charged.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Note">The analyst's note to the requester.</param>
public sealed record FeeEstimate(IReadOnlyList<FeeLine> Lines, decimal Total, string Currency, string? Note);
