using System.Diagnostics;
using System.Diagnostics.Metrics;
using Core.Requests;
using NodaTime;

namespace Service.Telemetry;

/// <summary>How many requests are open, and how they stand to their deadlines.</summary>
/// <param name="Open">Open and not delivered.</param>
/// <param name="DueSoon">Of these, those due in the warned part of their days.</param>
/// <param name="Breached">Of these, those past a deadline.</param>
internal sealed record OpenCounts(int Open, int DueSoon, int Breached);

/// <summary>
/// What is measured. The names are those that alerts and workbook ask for (<c>infra/modules</c>). Tags are kinds, never ids or words:
/// no measurement can say whose request it was.
/// </summary>
internal sealed class OfficeMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "DataRequests";

    private readonly Meter meter;
    private readonly Counter<long> breaches;
    private readonly Histogram<double> mailLag;
    private readonly Counter<long> retries;
    private readonly Counter<long> failedOrchestrations;
    private readonly Counter<long> sweeps;
    private readonly Counter<long> restarted;
    private OpenCounts? counts;

    public OfficeMetrics(IMeterFactory meters)
    {
        meter = meters.Create(MeterName);
        Standing("requests.open", "Requests that are open and not delivered.", known => known.Open);
        Standing("requests.due_soon", "Open requests that are due soon.", known => known.DueSoon);
        Standing("requests.breached", "Open requests past a deadline.", known => known.Breached);
        breaches = meter.CreateCounter<long>("requests.breaches", "{deadline}", "Deadlines that passed.");
        mailLag = meter.CreateHistogram<double>("mail.lag", "s", "From a message being owed to the mail server having it.");
        retries = meter.CreateCounter<long>("effects.retries", "{try}", "Effects that failed and will be tried again.");
        failedOrchestrations = meter.CreateCounter<long>("orchestrations.failed", "{instance}", "Orchestrations that failed.");
        sweeps = meter.CreateCounter<long>("sweep.runs", "{run}", "Sweeps that ran to their end.");
        restarted = meter.CreateCounter<long>("sweep.restarted", "{request}", "Requests that a sweep found without anything that would wake them.");
    }

    /// <summary>The requests as counted last; reported until they are counted again.</summary>
    public void Counted(OpenCounts now) => Volatile.Write(ref counts, now);

    /// <summary>Something happened to a request; a passed deadline is counted.</summary>
    public void Happened(RequestEvent happened)
    {
        if (happened is RequestEvent.OutreachBreached or RequestEvent.FulfilmentBreached)
        {
            breaches.Add(1, Of("deadline", happened is RequestEvent.OutreachBreached ? "outreach" : "fulfilment"));
        }
    }

    /// <summary>A mail server took a message. What was owed before it was due (a clock set back) counts as no lag.</summary>
    public void MailLeft(Duration lag) => mailLag.Record(Math.Max(0, lag.TotalSeconds));

    /// <summary>An effect failed and will be tried again.</summary>
    public void EffectFailed(Effect effect) => retries.Add(1, Of("effect", effect.GetType().Name));

    /// <summary>An orchestration failed.</summary>
    public void OrchestrationFailed() => failedOrchestrations.Add(1);

    /// <summary>A sweep ran to its end.</summary>
    /// <param name="restartedRequests">Requests it had to start again.</param>
    public void Swept(int restartedRequests)
    {
        sweeps.Add(1);
        restarted.Add(restartedRequests);
    }

    public void Dispose() => meter.Dispose();

    private void Standing(string name, string description, Func<OpenCounts, int> of) => meter.CreateObservableGauge(
        name, () => Volatile.Read(ref counts) is { } known ? new Measurement<int>[] { new(of(known)) } : [], "{request}", description);

    private static TagList Of(string name, string value) => new() { { name, value } };
}
