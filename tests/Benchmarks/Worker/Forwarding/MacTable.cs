using DpdkSharp.Headers;
using System.Runtime.CompilerServices;
using DpdkSharp.Benchmarks.Worker.Setup;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>The MAC addresses of each next hop.</summary>
[InlineArray(Tables.NextHopCount)]
internal struct MacTable
{
    private MacAddressPair _first;

    public static MacTable Create()
    {
        MacTable table = default;
        for (int i = 0; i < Tables.NextHopCount; i++)
        {
            table[i] = OfHop(i);
        }
        return table;
    }

    public static MacAddressPair OfHop(int hop) => new(new MacAddress(2, 0, 0, 0, 0, (byte)hop), new MacAddress(2, 0, 0, 0, 1, (byte)hop));
}
