using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// Collects packets for a queue and sends them as bursts, as <c>rte_eth_tx_buffer</c> does: when it is full, and when it is flushed.
/// What the device does not accept is freed and counted. Used by the thread that uses the queue; it owns the packets in it.
/// </summary>
public sealed unsafe class TxBuffer : IDisposable
{
    private readonly TxQueue _queue;
    private rte_mbuf** _packets;
    private int _count;

    internal TxBuffer(TxQueue queue, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, ushort.MaxValue);
        _queue = queue;
        Capacity = capacity;
        _packets = (rte_mbuf**)NativeMemory.Alloc((nuint)capacity, (nuint)sizeof(rte_mbuf*));
    }

    /// <summary>How many packets make a burst.</summary>
    public int Capacity { get; }

    /// <summary>How many packets wait in it.</summary>
    public int Count => _count;

    /// <summary>How many packets the device has accepted in all.</summary>
    public ulong SentCount { get; private set; }

    /// <summary>How many packets the device did not accept in all; they were freed.</summary>
    public ulong DroppedCount { get; private set; }

    /// <summary>Gives a packet to the buffer; sends when it is full.</summary>
    /// <param name="packet">A packet that nobody else owns.</param>
    /// <returns>How many packets were sent: 0 as long as they only wait.</returns>
    /// <exception cref="ArgumentException">It is the null handle.</exception>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(Mbuf packet)
    {
        if (packet.IsNull || _packets == null)
        {
            ThrowCannotAdd(packet);
        }
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.IntoTxBuffer(_queue, &packet, 1, LedgerKind.Handle);
        }
        _packets[_count++] = packet.Known;
        return _count < Capacity ? 0 : Flush();
    }

    /// <summary>Gives all packets of a burst to the buffer; sends each time it is full.</summary>
    /// <param name="burst">The packets; the burst is empty afterwards.</param>
    /// <returns>How many packets were sent: 0 as long as they only wait.</returns>
    /// <exception cref="ObjectDisposedException">The buffer was disposed; the burst is as it was.</exception>
    public int Add(PacketBurst burst)
    {
        ObjectDisposedException.ThrowIf(_packets == null, this);
        ReadOnlySpan<Mbuf> packets = burst.Packets;
        int sent = 0;
        while (packets.Length > 0)
        {
            ReadOnlySpan<Mbuf> fitting = packets[..Math.Min(packets.Length, Capacity - _count)];
            fitting.CopyTo(new Span<Mbuf>(_packets + _count, fitting.Length));
            if (CheckedMode.IsEnabled)
            {
                PacketLedger.IntoTxBuffer(_queue, _packets + _count, fitting.Length, LedgerKind.Burst);
            }
            _count += fitting.Length;
            packets = packets[fitting.Length..];
            if (_count == Capacity)
            {
                sent += Flush();
            }
        }
        burst.RemoveFirst(burst.Count);
        return sent;
    }

    /// <summary>Sends what waits (<c>rte_eth_tx_buffer_flush</c>).</summary>
    /// <returns>How many packets the device accepted.</returns>
    public int Flush()
    {
        int count = _count;
        if (count == 0)
        {
            return 0;
        }
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.Flush(_queue, _packets, count);
        }
        _count = 0;
        int sent = _queue.Burst(_packets, count);
        SentCount += (uint)sent;
        if (sent < count)
        {
            DroppedCount += (uint)(count - sent);
            FreeUnsent(_packets + sent, count - sent);
        }
        return sent;
    }

    /// <summary>Frees what waits unsent, and the buffer. Flush before, unless it is to be dropped.</summary>
    public void Dispose()
    {
        if (_packets == null)
        {
            return;
        }
        if (_count > 0)
        {
            DroppedCount += (uint)_count;
            int count = _count;
            _count = 0;
            FreeUnsent(_packets, count);
        }
        NativeMemory.Free(_packets);
        _packets = null;
    }

    private static void FreeUnsent(rte_mbuf** packets, int count)
    {
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.FreeUnsent(packets, count);
            return;
        }
        rte_pktmbuf_free_bulk(packets, (uint)count);
    }

    [DoesNotReturn]
    private void ThrowCannotAdd(Mbuf packet)
    {
        ObjectDisposedException.ThrowIf(_packets == null, this);
        throw new ArgumentException("There is no packet to send: this is the null handle.", nameof(packet));
    }
}
