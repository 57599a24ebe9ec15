namespace DpdkSharp.Testing;

/// <summary>Packets with a content, from a pool.</summary>
public static class PacketPoolExtensions
{
    /// <summary>Takes a packet from the pool and fills it.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="bytes">The packet's bytes.</param>
    /// <param name="segmentLengths">
    /// How many bytes each segment has; the last one holds for all further segments. None: as few segments as possible.
    /// </param>
    /// <returns>The packet, the caller's own.</returns>
    /// <exception cref="ArgumentException">A segment is longer than the pool's buffers, or has no byte; or there would be more than 65,535 of them.</exception>
    /// <exception cref="InvalidOperationException">The pool is empty.</exception>
    public static Mbuf CreatePacket(this PacketPool pool, ReadOnlySpan<byte> bytes, params ReadOnlySpan<int> segmentLengths)
    {
        ArgumentNullException.ThrowIfNull(pool);
        Mbuf packet = Allocate(pool);
        try
        {
            Fill(packet, ref bytes, segmentLengths.IsEmpty ? packet.Tailroom : segmentLengths[0]);
            for (int i = 1; !bytes.IsEmpty; i++)
            {
                Mbuf segment = Allocate(pool);
                try
                {
                    Fill(segment, ref bytes, segmentLengths.IsEmpty ? segment.Tailroom : segmentLengths[Math.Min(i, segmentLengths.Length - 1)]);
                    if (!packet.TryChain(segment))
                    {
                        throw new ArgumentException("DPDK allows no more segments.", nameof(segmentLengths));
                    }
                }
                catch
                {
                    segment.Free();
                    throw;
                }
            }
            return packet;
        }
        catch
        {
            packet.Free();
            throw;
        }
    }

    private static Mbuf Allocate(PacketPool pool) => pool.TryAllocate(out Mbuf packet)
        ? packet
        : throw new InvalidOperationException($"All {pool.Capacity:D} packets of {pool} are in use: make it larger, or look for what keeps them.");

    private static void Fill(Mbuf segment, ref ReadOnlySpan<byte> bytes, int length)
    {
        if (length < 1 && !bytes.IsEmpty)
        {
            throw new ArgumentException($"A segment of {length:D} bytes holds nothing.", nameof(length));
        }
        length = Math.Min(length, bytes.Length);
        if (!segment.TryAppend(length, out Span<byte> data))
        {
            throw new ArgumentException($"A segment of {length:D} bytes was asked for; the pool's buffers have room for {segment.Tailroom:D}.", nameof(length));
        }
        bytes[..length].CopyTo(data);
        bytes = bytes[length..];
    }
}
