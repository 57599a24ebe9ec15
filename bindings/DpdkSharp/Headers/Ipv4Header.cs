using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>An IPv4 header without its options: 20 bytes (<c>rte_ipv4_hdr</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Ipv4Header : IVariableLengthHeader<Ipv4Header>
{
    private const int MaxHeaderLength = 60;

    private byte _versionIhl;
    private byte _typeOfService;
    private ushort _totalLength;
    private ushort _identification;
    private ushort _flagsFragmentOffset;
    private byte _timeToLive;
    private byte _protocol;
    private ushort _checksum;
    private Ipv4Address _source;
    private Ipv4Address _destination;

    /// <summary>Makes a header with version 4, a length of 20 bytes and a time to live of 64, all else zero.</summary>
    public Ipv4Header()
    {
        _versionIhl = 0x45;
        _timeToLive = 64;
    }

    /// <inheritdoc/>
    public static int Size => 20;

    /// <summary>The IP version, 0 to 15; 4 in a valid header.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 15.</exception>
    public byte Version
    {
        readonly get => (byte)(_versionIhl >> 4);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 15);
            _versionIhl = (byte)((_versionIhl & 0x0F) | (value << 4));
        }
    }

    /// <summary>The length of the header in bytes as it states it, options included: a multiple of 4, from 20 to 60 in a valid header.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not a multiple of 4 from 20 to 60.</exception>
    public int HeaderLength
    {
        readonly get => (_versionIhl & 0x0F) * 4;
        set
        {
            ThrowHelper.ThrowIfNotMultiple(value, 4, Size, MaxHeaderLength);
            _versionIhl = (byte)((_versionIhl & 0xF0) | (value / 4));
        }
    }

    /// <summary>Differentiated services code point and congestion notification together.</summary>
    public byte TypeOfService
    {
        readonly get => _typeOfService;
        set => _typeOfService = value;
    }

    /// <summary>The differentiated services code point (DSCP), 0 to 63.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 63.</exception>
    public byte Dscp
    {
        readonly get => (byte)(_typeOfService >> 2);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 63);
            _typeOfService = (byte)((_typeOfService & 0x03) | (value << 2));
        }
    }

    /// <summary>Explicit congestion notification (ECN), 0 to 3; 3 is "congestion experienced".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 3.</exception>
    public byte Ecn
    {
        readonly get => (byte)(_typeOfService & 0x03);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 3);
            _typeOfService = (byte)((_typeOfService & 0xFC) | value);
        }
    }

    /// <summary>The length of header and payload in bytes.</summary>
    public ushort TotalLength
    {
        readonly get => NetworkOrder.Swap(_totalLength);
        set => _totalLength = NetworkOrder.Swap(value);
    }

    /// <summary>The number that the fragments of one datagram share.</summary>
    public ushort Identification
    {
        readonly get => NetworkOrder.Swap(_identification);
        set => _identification = NetworkOrder.Swap(value);
    }

    /// <summary>The flags "don't fragment" and "more fragments".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set has more than three bits.</exception>
    public Ipv4Flags Flags
    {
        readonly get => (Ipv4Flags)(NetworkOrder.Swap(_flagsFragmentOffset) >> 13);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)value, 7, nameof(value));
            _flagsFragmentOffset = NetworkOrder.Swap((ushort)((NetworkOrder.Swap(_flagsFragmentOffset) & 0x1FFF) | ((int)value << 13)));
        }
    }

    /// <summary>Where this fragment's payload belongs in that of the whole datagram, in bytes: a multiple of 8 from 0 to 65528.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not a multiple of 8 from 0 to 65528.</exception>
    public int FragmentOffset
    {
        readonly get => (NetworkOrder.Swap(_flagsFragmentOffset) & 0x1FFF) * 8;
        set
        {
            ThrowHelper.ThrowIfNotMultiple(value, 8, 0, 65528);
            _flagsFragmentOffset = NetworkOrder.Swap((ushort)((NetworkOrder.Swap(_flagsFragmentOffset) & 0xE000) | (value / 8)));
        }
    }

    /// <summary>Whether this is a fragment, the first one included (<c>rte_ipv4_frag_pkt_is_fragmented</c>).</summary>
    public readonly bool IsFragment => (NetworkOrder.Swap(_flagsFragmentOffset) & 0x3FFF) != 0;

    /// <summary>How many more routers the packet may pass.</summary>
    public byte TimeToLive
    {
        readonly get => _timeToLive;
        set => _timeToLive = value;
    }

    /// <summary>What follows the header.</summary>
    public IpProtocol Protocol
    {
        readonly get => (IpProtocol)_protocol;
        set => _protocol = (byte)value;
    }

    /// <summary>The checksum over the header with its options; see <see cref="ComputeChecksum"/>.</summary>
    public ushort Checksum
    {
        readonly get => NetworkOrder.Swap(_checksum);
        set => _checksum = NetworkOrder.Swap(value);
    }

    /// <summary>The sender's address.</summary>
    public Ipv4Address Source
    {
        readonly get => _source;
        set => _source = value;
    }

    /// <summary>The receiver's address.</summary>
    public Ipv4Address Destination
    {
        readonly get => _destination;
        set => _destination = value;
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

    /// <summary>Computes the value that <see cref="Checksum"/> should have; its present value does not count (<c>rte_ipv4_cksum</c>).</summary>
    /// <param name="options">The options that follow the fixed part, if there are any.</param>
    /// <returns>The checksum.</returns>
    public readonly ushort ComputeChecksum(ReadOnlySpan<byte> options = default) =>
        InternetChecksum.Finish(SumOfWords() - (BitConverter.IsLittleEndian ? (ulong)_checksum << 16 : _checksum) + (options.IsEmpty ? 0 : InternetChecksum.Sum(options)));

    /// <summary>Whether <see cref="Checksum"/> is right.</summary>
    /// <param name="options">The options that follow the fixed part, if there are any.</param>
    /// <returns>Whether the receiver would accept the header.</returns>
    public readonly bool HasValidChecksum(ReadOnlySpan<byte> options = default) =>
        InternetChecksum.Fold(SumOfWords() + (options.IsEmpty ? 0 : InternetChecksum.Sum(options))) == 0xFFFF;

    /// <summary>
    /// Takes one from <see cref="TimeToLive"/> and adjusts <see cref="Checksum"/> to it without reading the rest of the header,
    /// as a router does with each packet.
    /// </summary>
    /// <returns>False, with nothing changed, when the packet has reached its last hop (a time to live of 1 or 0) and must not be forwarded.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryDecrementTimeToLive()
    {
        if (_timeToLive <= 1)
        {
            return false;
        }

        _timeToLive--;

        // RFC 1624 for a word that falls by 0x0100: the checksum rises by it with the end-around carry, and 0xFFFF is written 0. Such a sum is the same in either byte order.
        uint sum = _checksum + (BitConverter.IsLittleEndian ? 0x0001u : 0x0100u);
        _checksum = (ushort)(sum + (sum >= 0xFFFF ? 1u : 0));
        return true;
    }

    /// <summary>The fixed part as 32-bit words as they lie in memory, added up without folding; the checksum is the second half of the third.</summary>
    private readonly ulong SumOfWords()
    {
        ReadOnlySpan<byte> header = MemoryMarshal.AsBytes(new ReadOnlySpan<Ipv4Header>(in this));
        return InternetChecksum.Words(MemoryMarshal.Read<ulong>(header)) +
            InternetChecksum.Words(MemoryMarshal.Read<ulong>(header[8..])) +
            MemoryMarshal.Read<uint>(header[16..]);
    }
}
