using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DpdkSharp.Interop;
using DpdkSharp.Tool.Telemetry;

namespace DpdkSharp.Tool.Stats;

/// <summary>
/// How full pools and rings are, of processes whose telemetry does not tell (DPDK 22.11): telemetry does tell where they lie in memory, and who may debug the
/// process may read it there. Nothing is written, and the process is not stopped. The layouts are the same in all versions. Null where it may not be read.
/// </summary>
internal sealed unsafe class FillReader(TelemetryClient client)
{
    private const string RingZone = "RG_";
    private const string PoolRingZone = "RG_MP_";

    // RTE_MAX_LCORE of the distributions' builds; caches of a pool stand one behind the other.
    private const int Caches = 128;

    private readonly Dictionary<string, ulong> _zones = new(StringComparer.Ordinal);
    private string _zoneList = string.Empty;

    /// <summary>The fill of a pool whose objects are kept in a ring, as those of nearly all pools are.</summary>
    public PoolFill? Pool(string name, string zone)
    {
        RefreshZones();
        if (!_zones.TryGetValue(zone, out ulong address) || Read<rte_mempool>(address) is not { } pool || NameOf(ref pool.name[0], 26) != name
            || !_zones.TryGetValue(PoolRingZone + name, out ulong ring) || (ulong)pool.pool_data != ring || Ring(ring, "MP_" + name) is not { } common)
        {
            return null;
        }
        return new PoolFill(common.Used, pool.cache_size == 0 ? 0 : Cached((ulong)pool.local_cache) ?? 0);
    }

    /// <summary>The rings, those behind pools left out.</summary>
    public List<RingSample> Rings()
    {
        RefreshZones();
        var rings = new List<RingSample>();
        foreach ((string zone, ulong address) in _zones.OrderBy(static z => z.Key, StringComparer.Ordinal))
        {
            if (zone.StartsWith(RingZone, StringComparison.Ordinal) && !zone.StartsWith(PoolRingZone, StringComparison.Ordinal) && Ring(address, zone[RingZone.Length..]) is { } ring)
            {
                rings.Add(ring);
            }
        }
        return rings;
    }

    private RingSample? Ring(ulong address, string name)
    {
        // Something else may lie there by now: the name tells.
        if (Read<rte_ring>(address) is not { } ring || NameOf(ref ring.name[0], 29) != name)
        {
            return null;
        }
        // Head and tail at their place whatever the ring's mode of synchronisation, but for one in which a counter stands behind.
        uint producer = ring.prod.sync_type == rte_ring_sync_type.RTE_RING_SYNC_MT_RTS ? ring.rts_prod.tail.val.pos : ring.prod.tail;
        uint consumer = ring.cons.sync_type == rte_ring_sync_type.RTE_RING_SYNC_MT_RTS ? ring.rts_cons.tail.val.pos : ring.cons.tail;
        return new RingSample(name, ring.capacity, Math.Min((producer - consumer) & ring.mask, ring.capacity));
    }

    private long? Cached(ulong caches)
    {
        uint* lengths = stackalloc uint[Caches];
        ulong step = (ulong)sizeof(rte_mempool_cache);
        IoVector* remote = stackalloc IoVector[Caches];
        rte_mempool_cache layout;
        ulong offset = (ulong)((byte*)&layout.len - (byte*)&layout);
        for (int i = 0; i < Caches; i++)
        {
            remote[i] = new IoVector { Address = caches + ((ulong)i * step) + offset, Length = sizeof(uint) };
        }
        var local = new IoVector { Address = (ulong)lengths, Length = sizeof(uint) * Caches };
        if (NativeMethods.process_vm_readv(client.ProcessId, &local, 1, remote, Caches, 0) != sizeof(uint) * Caches)
        {
            return null;
        }
        long sum = 0;
        for (int i = 0; i < Caches; i++)
        {
            sum += lengths[i];
        }
        return sum;
    }

    private void RefreshZones()
    {
        JsonElement list = client.Send("/eal/memzone_list");
        if (list.ValueKind != JsonValueKind.Array || list.GetRawText() == _zoneList)
        {
            return;
        }
        _zoneList = list.GetRawText();
        _zones.Clear();
        foreach (JsonElement zone in list.EnumerateArray())
        {
            JsonElement info = client.Send($"/eal/memzone_info,{zone.GetRawText()}");
            if (info.Text("Name") is { } name && info.Number("Address") is { } address)
            {
                _zones[name] = address;
            }
        }
    }

    private T? Read<T>(ulong address)
        where T : unmanaged
    {
        T value;
        var local = new IoVector { Address = (ulong)&value, Length = (nuint)sizeof(T) };
        var remote = new IoVector { Address = address, Length = (nuint)sizeof(T) };
        return NativeMethods.process_vm_readv(client.ProcessId, &local, 1, &remote, 1, 0) == sizeof(T) ? value : null;
    }

    private static string NameOf(ref byte first, int length)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpan(ref first, length);
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }
}
