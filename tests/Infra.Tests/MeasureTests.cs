using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Service.Telemetry;

namespace Infra.Tests;

/// <summary>Alerts and workbook ask for measurements by name; a name that the app does not report would never say anything.</summary>
public sealed partial class MeasureTests(CompiledTemplate template) : IClassFixture<CompiledTemplate>
{
    [Fact]
    public void Alerts_and_workbook_ask_only_for_what_the_app_measures_and_the_workbook_shows_all_of_it()
    {
        var measured = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => measured.Add(instrument.Name) };
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var metrics = new OfficeMetrics(services.GetRequiredService<IMeterFactory>());
        listener.Start();

        var asked = Names().Matches(template.Text).Select(match => match.Value).Distinct().ToList();
        asked.ShouldNotBeEmpty();
        asked.Except(measured).ShouldBeEmpty();
        measured.Where(name => Names().IsMatch(name)).Except(asked).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\b(requests|mail|effects|orchestrations|sweep)\.[a-z_]+\b(?!\()", RegexOptions.None, 1000)]
    private static partial Regex Names();
}
