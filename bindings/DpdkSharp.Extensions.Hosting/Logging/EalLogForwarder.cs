using System.Collections.Concurrent;
using DpdkSharp.Interop;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DpdkSharp.Extensions.Hosting;

/// <summary>
/// Leads DPDK's log to Microsoft.Extensions.Logging, a category for each of DPDK's components, and the levels of those categories back to DPDK, so that it does
/// not write what nobody reads.
/// </summary>
internal sealed class EalLogForwarder(ILoggerFactory factory, IOptionsMonitor<LoggerFilterOptions> filters) : IDisposable
{
    // Not "DPDK": rules match by prefix, whatever the case, and a rule for it would take DpdkSharp's own categories along.
    private const string Root = "DpdkLog";

    // DPDK's components begin with one of these. Drivers are not loaded before EAL starts, and want a level for what they log then.
    private static readonly string[] s_families = ["lib", "bus", "pmd", "user"];

    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);
    private IDisposable? _changes;

    /// <summary>Options that send the log here, with the levels that its categories have.</summary>
    /// <param name="options">What the program asks for; its own handler and levels come first.</param>
    public EalOptions Prepare(EalOptions options)
    {
        if (options.LogHandler is not null)
        {
            return options;
        }
        options.LogHandler = Write;
        string[] own = [.. options.LogLevels];
        options.LogLevels.Clear();
        foreach (string family in s_families)
        {
            options.LogLevels.Add($"{family}*:{(int)LevelOf(family):D}");
        }
        if (DpdkRuntime.IsSupported)
        {
            foreach (EalLogComponent component in EalLog.Components)
            {
                options.LogLevels.Add($"{component.Name}:{(int)LevelOf(component.Name):D}");
            }
        }
        foreach (string level in own)
        {
            options.LogLevels.Add(level);
        }
        return options;
    }

    /// <summary>Gives each component the level of its category, now and whenever the filters change.</summary>
    public void ApplyLevels()
    {
        _changes ??= filters.OnChange(_ => SetLevels());
        SetLevels();
    }

    public void Dispose() => _changes?.Dispose();

    private void SetLevels()
    {
        foreach (EalLogComponent component in EalLog.Components)
        {
            EalLog.SetLevel(component.Name, LevelOf(component.Name));
        }
    }

    private void Write(EalLogLevel level, string message)
    {
        ILogger logger = LoggerFor(EalLog.CurrentComponent);
        LogLevel severity = LogLevels.FromDpdk(level);
        if (logger.IsEnabled(severity))
        {
            // The text as DPDK wrote it: braces in it are no placeholders.
            logger.Log(severity, default, message, null, static (text, _) => text);
        }
    }

    private EalLogLevel LevelOf(string component) => LogLevels.ToDpdk(LoggerFor(component));

    private ILogger LoggerFor(string? component) =>
        _loggers.GetOrAdd(component ?? string.Empty, static (name, from) => from.CreateLogger(name.Length == 0 ? Root : $"{Root}.{name}"), factory);
}
