using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>The part of the ledger that belongs to one pool: what it is called, and where its mbufs are.</summary>
internal sealed unsafe class PoolLedger
{
    // More than a page: DPDK leaves gaps where memory is in small pages, as no object may lie across a border.
    private const int FarApart = 1 << 16;

    private static readonly Lock s_lock = new();
    private static readonly List<PoolLedger> s_all = [];
    private static readonly List<string> s_names = [];

    private readonly rte_mempool* _pool;
    private readonly nint[] _mbufs;
    private readonly int _number;
    private readonly string _poolName;
    private bool _isBroken;

    private PoolLedger(rte_mempool* pool, string poolName, string description)
    {
        _pool = pool;
        _poolName = poolName;
        _mbufs = MbufsOf(pool);
        lock (s_lock)
        {
            _number = s_names.Count;
            s_names.Add(description);
            s_all.Add(this);
        }
    }

    /// <summary>All pools that were created and not disposed.</summary>
    public static IReadOnlyList<PoolLedger> All
    {
        get
        {
            lock (s_lock)
            {
                return [.. s_all];
            }
        }
    }

    public static PoolLedger Of(rte_mempool* pool) => All.First(p => p._pool == pool);

    public static string NameOf(int number)
    {
        lock (s_lock)
        {
            return s_names[number];
        }
    }

    public static string DescriptionOf(rte_mempool* pool) => All.FirstOrDefault(p => p._pool == pool) is { } ledger ? NameOf(ledger._number) : $"the pool 0x{(nuint)pool:x}";

    /// <summary>Opens the ledger of a pool that was just created.</summary>
    public static void Open(rte_mempool* pool, string poolName, string description)
    {
        // What the compilers take for constants when they make the methods of the data path.
        RuntimeHelpers.RunClassConstructor(typeof(LedgerMap).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(LedgerEntries).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(LedgerThreads).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(FramePointer).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(FrameChain).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(CallSites).TypeHandle);
        var ledger = new PoolLedger(pool, poolName, description);
        uint bufferOffset = (uint)sizeof(rte_mbuf) + rte_pktmbuf_priv_size(pool);
        uint bufferEnd = bufferOffset + rte_pktmbuf_data_room_size(pool);
        nint[] mbufs = ledger._mbufs;
        // Pieces of memory that are far from each other, and those whose last buffer ends where the memory does.
        for (int first = 0; first < mbufs.Length;)
        {
            uint fence = ledger.RoomBehind(first, bufferEnd);
            int end = first + 1;
            while (end < mbufs.Length && mbufs[end] - mbufs[end - 1] <= FarApart && ledger.RoomBehind(end, bufferEnd) == fence)
            {
                end++;
            }
            ledger.AddRun(first, end - first, new LedgerRun { BufferOffset = bufferOffset, BufferEnd = bufferEnd, FenceLength = fence });
            first = end;
        }
    }

    /// <summary>Looks at what the pool has before it goes: that all is there, is its own, once, and was not written to. Throws when it is not so.</summary>
    public static void ThrowIfNotWhole(rte_mempool* pool, string description)
    {
        PoolLedger ledger = Of(pool);
        List<nint> free = PoolContents.TakeAndPutBack(pool);
        if (!ledger._isBroken)
        {
            // Once: the program must be able to go on and dispose of it after all.
            ledger._isBroken = true;
            ledger.ThrowIfStrange(free);
            ledger._isBroken = false;
        }
        var missing = ledger.Outstanding(free);
        if (missing.Count > 0)
        {
            PacketPoolReport report = ledger.Report(missing);
            throw new PacketOwnershipException(PacketViolation.Leak, string.Join(Environment.NewLine,
                [
                    $"{description} cannot be disposed: {missing.Count:D} of its {pool->size:D} packets are still out.",
                    .. report.Outstanding.Select(static o => "  " + o),
                    "Free them, close the devices and drain the rings that hold them first.",
                ]));
        }
    }

    /// <summary>Closes the ledger of a pool that is freed.</summary>
    public static void Close(rte_mempool* pool)
    {
        PoolLedger ledger = Of(pool);
        for (int i = 0; i < ledger._mbufs.Length; i++)
        {
            LedgerEntry* entry = ledger.EntryOf(i);
            entry->State = LedgerState.Of(entry->State).As(LedgerKind.PoolDisposed).Value;
        }
        LedgerMap.MarkDisposed(ledger._number);
        lock (s_lock)
        {
            s_all.Remove(ledger);
        }
    }

    /// <summary>What is out, by owner and place.</summary>
    public PacketPoolReport Report() => Report(Outstanding(PoolContents.Peek(_pool)));

    private PacketPoolReport Report(List<int> missing)
    {
        var groups = missing
            .Select(i => (State: LedgerState.Of(EntryOf(i)->State), Since: EntryOf(i)->Since, Length: (int)((rte_mbuf*)_mbufs[i])->data_len))
            .GroupBy(static m => (Holder: HolderOf(m.State.Kind), Owner: OwnerOf(m.State), m.State.Site))
            .Select(static g => g.Key.Holder == PacketHolder.Unknown
                ? (g.Key.Holder, Owner: string.Empty, Site: string.Empty, Count: g.Count(), Shortest: 0, Longest: 0, Age: TimeSpan.Zero)
                : (g.Key.Holder, g.Key.Owner, Site: CallSites.TextOf(g.Key.Site), Count: g.Count(), Shortest: g.Min(static m => m.Length), Longest: g.Max(static m => m.Length),
                    Age: LedgerText.Since(g.Min(static m => m.Since))))
            .GroupBy(static g => (g.Holder, g.Owner, g.Site))
            .Select(static g => new OutstandingPackets(
                g.Key.Holder, g.Key.Owner, g.Key.Site, g.Sum(static o => o.Count), g.Min(static o => o.Shortest), g.Max(static o => o.Longest), g.Max(static o => o.Age)))
            .OrderByDescending(static o => o.Count);
        return new PacketPoolReport(_poolName, _mbufs.Length, missing.Count, [.. groups]);
    }

    /// <summary>The numbers of the mbufs that are not free. Where the pool cannot be looked into, those of which the ledger knows.</summary>
    private List<int> Outstanding(List<nint>? free)
    {
        var present = free is null ? null : new HashSet<nint>(free);
        var missing = new List<int>();
        for (int i = 0; i < _mbufs.Length; i++)
        {
            LedgerKind kind = LedgerState.Of(EntryOf(i)->State).Kind;
            if (present is null ? kind is not (LedgerKind.Unknown or LedgerKind.Free or LedgerKind.Device or LedgerKind.Clones) : !present.Contains(_mbufs[i]))
            {
                missing.Add(i);
            }
        }
        return missing;
    }

    private void ThrowIfStrange(List<nint> free)
    {
        var seen = new HashSet<nint>();
        foreach (nint address in free)
        {
            var mbuf = (rte_mbuf*)address;
            LedgerEntry* entry = LedgerMap.Find(mbuf, out LedgerRun* run);
            if (entry == null || run->Pool != _pool)
            {
                throw new PacketOwnershipException(PacketViolation.ForeignPool,
                    $"{NameOf(_number)} holds 0x{address:x}, which is {(entry == null ? "no packet of a pool that the ledger knows" : LedgerText.Mbuf(mbuf, run))}: it was put into the wrong pool, by C code or the raw layer. A packet goes back to the pool that it came from (rte_pktmbuf_free finds it).");
            }
            if (!seen.Add(address))
            {
                throw new PacketOwnershipException(PacketViolation.DoubleFree,
                    $"{NameOf(_number)} holds {LedgerText.Mbuf(mbuf, run)} twice: it was freed once more than it was taken, by C code or the raw layer. {LedgerText.Describe(LedgerState.Of(entry->State), entry->Since)}.");
            }
            PacketChecks.ThrowIfFreeDamaged(mbuf, entry, run, repair: true);
        }
    }

    private LedgerEntry* EntryOf(int index) => LedgerEntries.Of((rte_mbuf*)_mbufs[index]);

    private static PacketHolder HolderOf(LedgerKind kind) => kind switch
    {
        LedgerKind.Handle or LedgerKind.Burst or LedgerKind.Segment or LedgerKind.TxBuffer => PacketHolder.Application,
        LedgerKind.Ring => PacketHolder.Ring,
        LedgerKind.Device => PacketHolder.Device,
        LedgerKind.Clones => PacketHolder.Clones,
        _ => PacketHolder.Unknown,
    };

    private static string OwnerOf(LedgerState state) => state.Kind switch
    {
        LedgerKind.Burst => "in a burst",
        LedgerKind.Handle => "a handle",
        LedgerKind.Segment => "a segment of a longer packet",
        LedgerKind.TxBuffer => "in a buffer of " + LedgerOwners.NameOf(state.Owner),
        LedgerKind.Ring or LedgerKind.Device => LedgerOwners.NameOf(state.Owner),
        _ => string.Empty,
    };

    /// <summary>How many bytes behind a buffer belong to nobody, as far as they are of use: up to the next object's header, or the end of the memory.</summary>
    private uint RoomBehind(int index, uint bufferEnd)
    {
        nint end = _mbufs[index] + (nint)bufferEnd;
        nint next = index + 1 < _mbufs.Length ? _mbufs[index + 1] - sizeof(rte_mempool_objhdr) : nint.MaxValue;
        for (rte_mempool_memhdr* memory = _pool->mem_list.stqh_first; memory != null; memory = memory->next.stqe_next)
        {
            nint start = (nint)memory->addr;
            if (_mbufs[index] >= start && _mbufs[index] < start + (nint)memory->len)
            {
                next = Math.Min(next, start + (nint)memory->len);
            }
        }
        return next == nint.MaxValue ? 0 : (uint)Math.Clamp(next - end, 0, PacketCanary.FenceLength);
    }

    private void AddRun(int first, int count, LedgerRun run)
    {
        run.Base = (nuint)_mbufs[first];
        run.Length = (nuint)(_mbufs[first + count - 1] - _mbufs[first]) + run.BufferEnd;
        run.Pool = _pool;
        run.PoolNumber = _number;
        for (int i = first; i < first + count; i++)
        {
            *EntryOf(i) = default;
            PacketCanary.SetFence((rte_mbuf*)_mbufs[i], &run);
        }
        LedgerMap.Add(in run);
    }

    private static nint[] MbufsOf(rte_mempool* pool)
    {
        var walk = new AddressWalk();
        walk.Run(pool);
        walk.Addresses.Sort();
        return [.. walk.Addresses];
    }

    private sealed class AddressWalk : MempoolWalk
    {
        public List<nint> Addresses { get; } = [];

        protected override void Visit(void* @object, int index) => Addresses.Add((nint)@object);
    }
}
