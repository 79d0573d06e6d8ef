using Core.Accountability;
using Service.Reports;

namespace Service.Portal.Accountability;

/// <summary>The public page of a year.</summary>
/// <param name="Found">The report.</param>
/// <param name="Years">The years that can be read.</param>
public sealed record YearView(YearReport Found, IReadOnlyList<ReportYear> Years);
