using System.Diagnostics.Metrics;
using System.Globalization;
using DpdkSharp.Extensions.Hosting;

namespace DpdkSharp.HostingScenarios;

/// <summary>Reads all instruments once, as an exporter does.</summary>
internal static class MetricReader
{
    public static void WriteAll()
    {
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name is DpdkMetrics.MeterName or DpdkMetrics.ExtendedMeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(static (instrument, value, tags, _) =>
            Lines.Write("metric", instrument.Name, string.Join(',', tags.ToArray().Select(static t => $"{t.Key}={t.Value}")), value.ToString(CultureInfo.InvariantCulture)));
        listener.Start();
        listener.RecordObservableInstruments();
    }
}
