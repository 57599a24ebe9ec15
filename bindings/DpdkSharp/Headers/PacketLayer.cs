namespace DpdkSharp.Headers;

/// <summary>One header of a packet: what it is and where.</summary>
public readonly struct PacketLayer
{
    private readonly ushort _offset;
    private readonly ushort _length;

    internal PacketLayer(PacketLayerType type, int offset, int length)
    {
        Type = type;
        _offset = (ushort)offset;
        _length = (ushort)length;
    }

    /// <summary>What the header is.</summary>
    public PacketLayerType Type { get; }

    /// <summary>Where it starts, in bytes from the start of the packet.</summary>
    public int Offset => _offset;

    /// <summary>Its length in bytes, options and the like included.</summary>
    public int Length => _length;

    /// <summary>Where what follows it starts, in bytes from the start of the packet.</summary>
    public int End => _offset + _length;
}
