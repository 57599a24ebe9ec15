using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>A TCP header without its options: 20 bytes (<c>rte_tcp_hdr</c>). <see cref="TcpOptions"/> walks the options, <see cref="TransportChecksum"/> has its checksum.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct TcpHeader : IVariableLengthHeader<TcpHeader>
{
    private const int MaxHeaderLength = 60;

    private ushort _sourcePort;
    private ushort _destinationPort;
    private uint _sequence;
    private uint _acknowledgment;
    private ushort _offsetFlags;
    private ushort _window;
    private ushort _checksum;
    private ushort _urgentPointer;

    /// <summary>Makes a header with a length of 20 bytes, all else zero.</summary>
    public TcpHeader() => OffsetFlags = 0x5000;

    /// <inheritdoc/>
    public static int Size => 20;

    /// <summary>The sender's port.</summary>
    public ushort SourcePort
    {
        readonly get => NetworkOrder.Swap(_sourcePort);
        set => _sourcePort = NetworkOrder.Swap(value);
    }

    /// <summary>The receiver's port.</summary>
    public ushort DestinationPort
    {
        readonly get => NetworkOrder.Swap(_destinationPort);
        set => _destinationPort = NetworkOrder.Swap(value);
    }

    /// <summary>The number of the first byte of data.</summary>
    public uint SequenceNumber
    {
        readonly get => NetworkOrder.Swap(_sequence);
        set => _sequence = NetworkOrder.Swap(value);
    }

    /// <summary>The number of the next byte that the sender expects.</summary>
    public uint AcknowledgmentNumber
    {
        readonly get => NetworkOrder.Swap(_acknowledgment);
        set => _acknowledgment = NetworkOrder.Swap(value);
    }

    /// <summary>The length of the header in bytes as it states it, options included: a multiple of 4, from 20 to 60 in a valid header.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not a multiple of 4 from 20 to 60.</exception>
    public int HeaderLength
    {
        readonly get => (OffsetFlags >> 12) * 4;
        set
        {
            ThrowHelper.ThrowIfNotMultiple(value, 4, Size, MaxHeaderLength);
            OffsetFlags = (ushort)((OffsetFlags & 0x0FFF) | (value << 10));
        }
    }

    /// <summary>The three reserved bits, 0 to 7; zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 7.</exception>
    public byte Reserved
    {
        readonly get => (byte)((OffsetFlags >> 9) & 7);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 7);
            OffsetFlags = (ushort)((OffsetFlags & 0xF1FF) | (value << 9));
        }
    }

    /// <summary>The control bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set has more than nine bits.</exception>
    public TcpFlags Flags
    {
        readonly get => (TcpFlags)(OffsetFlags & 0x01FF);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((ushort)value, 0x01FF, nameof(value));
            OffsetFlags = (ushort)((OffsetFlags & 0xFE00) | (int)value);
        }
    }

    /// <summary>How many bytes the sender is ready to receive, before scaling.</summary>
    public ushort Window
    {
        readonly get => NetworkOrder.Swap(_window);
        set => _window = NetworkOrder.Swap(value);
    }

    /// <summary>The checksum over pseudo-header, header and data.</summary>
    public ushort Checksum
    {
        readonly get => NetworkOrder.Swap(_checksum);
        set => _checksum = NetworkOrder.Swap(value);
    }

    /// <summary>Where urgent data ends, from the sequence number.</summary>
    public ushort UrgentPointer
    {
        readonly get => NetworkOrder.Swap(_urgentPointer);
        set => _urgentPointer = NetworkOrder.Swap(value);
    }

    private ushort OffsetFlags
    {
        readonly get => NetworkOrder.Swap(_offsetFlags);
        set => _offsetFlags = NetworkOrder.Swap(value);
    }

    /// <inheritdoc/>
    public readonly bool TryGetHeaderLength(out int length)
    {
        length = HeaderLength;
        if (length >= Size)
        {
            return true;
        }

        length = 0;
        return false;
    }
}
