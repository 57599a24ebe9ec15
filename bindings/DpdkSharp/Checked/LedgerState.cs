using System.Runtime.CompilerServices;

namespace DpdkSharp;

/// <summary>Who owns an mbuf and where that began, in one word, so that it changes as one.</summary>
internal readonly unsafe struct LedgerState
{
    // Set when the raw layer got the mbuf's address: it may have added references, which the ledger cannot see.
    private const ulong RawFlag = 0x10;

    // Set when a violation was thrown for the state: the clean-up that follows is not to throw again.
    private const ulong ReportedFlag = 0x20;

    private const ulong UsableBit = 8;

    private LedgerState(ulong value) => Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LedgerState(LedgerKind kind, int owner, int thread, int site) =>
        Value = (ulong)kind | ((ulong)(ushort)owner << 8) | ((ulong)(ushort)thread << 24) | ((ulong)(uint)site << 40);

    public ulong Value { get; }

    public LedgerKind Kind => (LedgerKind)(Value & 15);

    /// <summary>The number in <see cref="LedgerOwners"/>.</summary>
    public int Owner => (ushort)(Value >> 8);

    /// <summary>The number in <see cref="LedgerThreads"/> of the thread that brought it about.</summary>
    public int Thread => (ushort)(Value >> 24);

    /// <summary>The number in <see cref="CallSites"/>.</summary>
    public int Site => (int)(Value >> 40);

    public bool IsUsable => (Value & UsableBit) != 0;

    public bool IsRaw => (Value & RawFlag) != 0;

    public bool IsReported => (Value & ReportedFlag) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LedgerState Of(ulong value) => new(value);

    /// <summary>A state that begins now, by this thread, where the caller was called. For methods that are not inlined themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LedgerState Here(LedgerKind kind, int owner)
    {
        LedgerThread* self = LedgerThreads.Self;
        return new LedgerState(kind, owner, self->Number, CallSites.Here(self));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LedgerState As(LedgerKind kind) => new((Value & ~15UL) | (ulong)kind);

    /// <summary>This one, with what stays of another one before it: that the raw layer knows the mbuf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LedgerState After(LedgerState before) => new(Value | (before.Value & RawFlag));

    public LedgerState AsRaw() => new(Value | RawFlag);

    public LedgerState AsReported() => new(Value | ReportedFlag);
}
