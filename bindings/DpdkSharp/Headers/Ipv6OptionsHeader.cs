using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>
/// The fixed part of an IPv6 hop-by-hop or destination options header: 2 bytes, then the options
/// (<see cref="Ipv6Options"/>).
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Ipv6OptionsHeader : IVariableLengthHeader<Ipv6OptionsHeader>
{
    private byte _nextHeader;
    private byte _length;

    /// <inheritdoc/>
    public static int Size => 2;

    /// <summary>What follows this extension header.</summary>
    public IpProtocol NextHeader
    {
        readonly get => (IpProtocol)_nextHeader;
        set => _nextHeader = (byte)value;
    }

    /// <summary>The length of this extension header in bytes, options included: a multiple of 8 from 8 to 2048.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not a multiple of 8 from 8 to 2048.</exception>
    public int HeaderLength
    {
        readonly get => (_length + 1) * 8;
        set
        {
            ThrowHelper.ThrowIfNotMultiple(value, 8, 8, 2048);
            _length = (byte)((value / 8) - 1);
        }
    }

    /// <inheritdoc/>
    public readonly bool TryGetHeaderLength(out int length)
    {
        length = HeaderLength;
        return true;
    }
}
