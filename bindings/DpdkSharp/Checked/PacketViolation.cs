namespace DpdkSharp;

/// <summary>What the checked mode found.</summary>
public enum PacketViolation
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>A packet was freed that had been freed before.</summary>
    DoubleFree,

    /// <summary>A packet was read, written or given away after it was freed.</summary>
    UseAfterFree,

    /// <summary>A packet was read, written, freed or given away after a device or a transmit buffer had taken it.</summary>
    UseAfterSend,

    /// <summary>A packet was read, written, freed or given away after it went into a ring.</summary>
    UseAfterEnqueue,

    /// <summary>A packet was freed or given away by its handle while a burst or another packet owns it.</summary>
    TwoOwners,

    /// <summary>A packet is in a pool that it does not come from, or would go there.</summary>
    ForeignPool,

    /// <summary>A packet's header contradicts itself: lengths, segments, offset, references or buffer.</summary>
    CorruptedPacket,

    /// <summary>Something wrote behind the end of a packet's buffer.</summary>
    BufferOverrun,

    /// <summary>Something wrote into a packet while it was free.</summary>
    WriteAfterFree,

    /// <summary>Packets of a pool are still out while it is disposed.</summary>
    Leak,

    /// <summary>A queue of a device that was disposed, or a packet of a pool that was disposed, was used.</summary>
    OwnerDisposed,
}
