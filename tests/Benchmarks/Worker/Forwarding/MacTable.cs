using System.Runtime.CompilerServices;
using DpdkSharp.Benchmarks.Worker.Setup;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>The MAC addresses of each next hop.</summary>
[InlineArray(Tables.NextHopCount)]
internal struct MacTable
{
    private MacPair _first;

    public static MacTable Create()
    {
        MacTable table = default;
        for (int i = 0; i < Tables.NextHopCount; i++)
        {
            table[i] = MacPair.OfHop(i);
        }
        return table;
    }
}
