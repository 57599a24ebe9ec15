namespace DpdkSharp;

/// <summary>Who owns an mbuf, as far as the ledger knows. From <see cref="Handle"/> on the application may read and write it.</summary>
internal enum LedgerKind
{
    /// <summary>It never came by here: in its pool, or with C code.</summary>
    Unknown = 0,
    Free = 1,
    Device = 2,
    Ring = 3,

    /// <summary>The application has freed it; clones still use its bytes.</summary>
    Clones = 4,
    TxBuffer = 5,
    PoolDisposed = 6,
    Handle = 8,
    Burst = 9,

    /// <summary>A segment that is not its packet's first.</summary>
    Segment = 10,
}
