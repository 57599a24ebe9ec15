using System.Runtime.InteropServices;

namespace DpdkSharp.Samples.L2Fwd;

/// <summary>
/// What went through a port. The lcore that polls the port writes <see cref="Received"/>, the one that sends to it the other two;
/// each on cache lines of its own, so that they do not slow each other down.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct PortCounters
{
    [FieldOffset(64)]
    public ulong Received;

    [FieldOffset(128)]
    public ulong Sent;

    [FieldOffset(136)]
    public ulong Dropped;
}
