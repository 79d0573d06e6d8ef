using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Service.Telemetry;

namespace Service.Tests.Telemetry;

/// <summary>Listens to the meter of one app, not to those of the apps beside it.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly IMeterFactory meters;

    public Measured(IServiceProvider app)
    {
        meters = app.GetRequiredService<IMeterFactory>();
        _ = app.GetRequiredService<OfficeMetrics>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == OfficeMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                Names.Add(instrument.Name);
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    public ConcurrentBag<string> Names { get; } = [];

    public ConcurrentQueue<(string Name, double Value, string Tag)> All { get; } = [];

    public IEnumerable<double> Of(string name) => All.Where(one => one.Name == name).Select(one => one.Value);

    /// <summary>Asks the gauges.</summary>
    public void Ask() => listener.RecordObservableInstruments();

    public void Dispose() => listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        All.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
