using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Testing;

/// <summary>
/// Finds packets that a test has lost: <see cref="Start"/> before it, <see cref="Verify"/> after it. It counts what is in use of every pool of the process, those of the raw layer included.
/// </summary>
/// <remarks>
/// The counts are of the whole process: tests that run at the same time disturb each other's. Rings, devices and ports count as losing what they
/// hold, so dispose of those of the test first. With the checked mode on (<see cref="CheckedMode"/>) the message says who has the packets, and which line took them.
/// </remarks>
public sealed unsafe class PacketLeakCheck
{
    private readonly Dictionary<string, uint> _before;

    private PacketLeakCheck(Dictionary<string, uint> before) => _before = before;

    /// <summary>Counts what is in use now.</summary>
    /// <returns>What to verify with.</returns>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    public static PacketLeakCheck Start() => new(Count().ToDictionary(static p => p.Name, static p => p.InUse, StringComparer.Ordinal));

    /// <summary>Asserts that no more is in use than at the start. A pool that is new since then must be whole, or gone.</summary>
    /// <exception cref="PacketLeakException">Packets are missing; the message tells how many of which pool.</exception>
    public void Verify()
    {
        var text = new StringBuilder();
        long all = 0;
        foreach ((string name, uint inUse, uint size) in Count())
        {
            uint before = _before.GetValueOrDefault(name);
            if (inUse > before)
            {
                all += inUse - before;
                _ = text.Append(CultureInfo.InvariantCulture, $"\n  pool '{name}': {inUse - before} lost ({before} of {size} were in use before, {inUse} now)");
                // The ledger of the checked mode knows who has them.
                if (CheckedMode.IsEnabled && CheckedMode.GetReport().Pools.FirstOrDefault(p => p.PoolName == name) is { } report)
                {
                    _ = text.AppendJoin(string.Empty, report.Outstanding.Select(static o => $"\n    {o}"));
                }
            }
        }
        if (all > 0)
        {
            throw new PacketLeakException(
                string.Create(CultureInfo.InvariantCulture, $"{all} {(all == 1 ? "packet is" : "packets are")} lost: neither freed, nor sent to where the test has taken them.{text}"), all);
        }
    }

    private static List<(string Name, uint InUse, uint Size)> Count()
    {
        if (Eal.Current is null)
        {
            throw new InvalidOperationException("EAL is not running: start it first (TestEal), and check before it ends.");
        }
        var pools = new List<(string, uint, uint)>();
        GCHandle handle = GCHandle.Alloc(pools);
        rte_mempool_walk(&OnPool, (void*)GCHandle.ToIntPtr(handle));
        handle.Free();
        return pools;
    }

    [UnmanagedCallersOnly]
    private static void OnPool(rte_mempool* pool, void* argument)
    {
        var pools = (List<(string, uint, uint)>)GCHandle.FromIntPtr((nint)argument).Target!;
        pools.Add((Marshal.PtrToStringUTF8((nint)pool->name) ?? string.Empty, rte_mempool_in_use_count(pool), pool->size));
    }
}
