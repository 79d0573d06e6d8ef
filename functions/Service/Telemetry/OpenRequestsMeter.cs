using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Service.Reports;

namespace Service.Telemetry;

/// <summary>Counts the open requests from time to time, for the gauges. A sweep may have them counted besides.</summary>
internal sealed partial class OpenRequestsMeter(SlaReport report, OfficeMetrics metrics, TimeProvider time, ILogger<OpenRequestsMeter> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    /// <summary>Counts them now.</summary>
    public async Task MeasureAsync(CancellationToken cancel) => metrics.Counted(await report.CountAsync(cancel));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not while the app starts: nobody waits for these numbers.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotCounted(log, failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Between, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The open requests could not be counted")]
        public static partial void NotCounted(ILogger log, Exception failure);
    }
}
