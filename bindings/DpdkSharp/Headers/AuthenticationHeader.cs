using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>The fixed part of an IPsec authentication header (RFC 4302): 12 bytes, then the integrity check value.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct AuthenticationHeader : IVariableLengthHeader<AuthenticationHeader>
{
    private byte _nextHeader;
    private byte _length;
    private ushort _reserved;
    private uint _spi;
    private uint _sequence;

    /// <inheritdoc/>
    public static int Size => 12;

    /// <summary>What follows this header.</summary>
    public IpProtocol NextHeader
    {
        readonly get => (IpProtocol)_nextHeader;
        set => _nextHeader = (byte)value;
    }

    /// <summary>The length of this header in bytes as it states it, the integrity check value included: a multiple of 4, from 12 to 1028 in a valid header.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not a multiple of 4 from 12 to 1028.</exception>
    public int HeaderLength
    {
        readonly get => (_length + 2) * 4;
        set
        {
            ThrowHelper.ThrowIfNotMultiple(value, 4, Size, 1028);
            _length = (byte)((value / 4) - 2);
        }
    }

    /// <summary>The reserved field; zero.</summary>
    public ushort Reserved
    {
        readonly get => NetworkOrder.Swap(_reserved);
        set => _reserved = NetworkOrder.Swap(value);
    }

    /// <summary>The security parameters index.</summary>
    public uint SecurityParametersIndex
    {
        readonly get => NetworkOrder.Swap(_spi);
        set => _spi = NetworkOrder.Swap(value);
    }

    /// <summary>The sequence number.</summary>
    public uint SequenceNumber
    {
        readonly get => NetworkOrder.Swap(_sequence);
        set => _sequence = NetworkOrder.Swap(value);
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
