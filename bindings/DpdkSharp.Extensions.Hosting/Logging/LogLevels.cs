using Microsoft.Extensions.Logging;

namespace DpdkSharp.Extensions.Hosting;

/// <summary>DPDK's eight levels and .NET's six.</summary>
internal static class LogLevels
{
    public static LogLevel FromDpdk(EalLogLevel level) => level switch
    {
        <= EalLogLevel.Critical => LogLevel.Critical,
        EalLogLevel.Error => LogLevel.Error,
        EalLogLevel.Warning => LogLevel.Warning,
        EalLogLevel.Notice or EalLogLevel.Information => LogLevel.Information,
        _ => LogLevel.Debug,
    };

    /// <summary>The least urgent level that a logger takes. DPDK has no level for "nothing": its most urgent one stands for that.</summary>
    public static EalLogLevel ToDpdk(ILogger logger)
    {
        for (EalLogLevel level = EalLogLevel.Debug; level > EalLogLevel.Emergency; level--)
        {
            if (logger.IsEnabled(FromDpdk(level)))
            {
                return level;
            }
        }
        return EalLogLevel.Emergency;
    }
}
