using System.Globalization;
using DpdkSharp.Benchmarks.Worker.Setup;

namespace DpdkSharp.Benchmarks.Worker;

/// <summary>What the harness asks for: "key=value" words. What a benchmark does not use, it ignores.</summary>
internal sealed class BenchmarkRequest
{
    public const int MaxBurst = 128;

    public BenchmarkRequest(IEnumerable<string> settings, Ports ports)
    {
        Ports = ports;
        foreach (string setting in settings)
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            (string key, string value) = equals < 0 ? (setting, string.Empty) : (setting[..equals], setting[(equals + 1)..]);
            switch (key)
            {
                case "device": Device = value; break;
                case "traffic": Traffic = value; break;
                case "layer": IsSafe = value == "safe"; break;
                case "count": Count = ulong.Parse(value, CultureInfo.InvariantCulture); break;
                case "burst": Burst = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "frame": Frame = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "packets": Packets = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "size": Size = int.Parse(value, CultureInfo.InvariantCulture); break;
                default: throw new ArgumentException($"Unknown key '{key}'.", nameof(settings));
            }
        }
        if (Burst is < 1 or > MaxBurst)
        {
            throw new ArgumentException($"The burst must be 1 to {MaxBurst}.", nameof(settings));
        }
    }

    public Ports Ports { get; }

    /// <summary>"ring", "net_ring0", "null" or "net_memif0".</summary>
    public string Device { get; } = "ring";

    /// <summary>What the packets hold: see <see cref="Setup.Traffic"/>.</summary>
    public string Traffic { get; } = "udp";

    /// <summary>Whether the work is to be done with the safe layer, where a benchmark has both.</summary>
    public bool IsSafe { get; }

    /// <summary>Operations to do, at least.</summary>
    public ulong Count { get; } = 1;

    public int Burst { get; } = 32;

    /// <summary>Bytes of a frame.</summary>
    public int Frame { get; } = 64;

    /// <summary>How many packets circulate on a looped device.</summary>
    public int Packets { get; } = 512;

    /// <summary>Bytes or objects that one operation works on.</summary>
    public int Size { get; }
}
