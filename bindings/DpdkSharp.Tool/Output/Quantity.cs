using System.Globalization;

namespace DpdkSharp.Tool.Output;

/// <summary>Numbers for people.</summary>
internal static class Quantity
{
    private static readonly (double Unit, string Name)[] Decimal = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")];

    /// <summary>A rate or count of at most five characters and a letter: 14.88M, 950, 1.20k.</summary>
    public static string Short(double value)
    {
        foreach ((double unit, string name) in Decimal)
        {
            if (value >= unit * 0.9995)
            {
                double scaled = value / unit;
                return scaled.ToString(scaled >= 100 ? "0" : scaled >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture) + name;
            }
        }
        return value.ToString(value is > 0 and < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
    }

    /// <summary>A size in bytes, with the largest unit that divides it: 2 MB, 1 GB, 4 kB.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        >= 1L << 30 when bytes % (1L << 30) == 0 => $"{bytes >> 30} GB",
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.0} GB"),
        >= 1L << 20 => $"{bytes >> 20} MB",
        >= 1L << 10 => $"{bytes >> 10} kB",
        _ => $"{bytes} bytes",
    };
}
