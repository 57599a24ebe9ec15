using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>The optional sequence number of a GRE header: 4 bytes (<c>rte_gre_hdr_opt_sequence</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct GreSequenceWord : IPacketHeader<GreSequenceWord>
{
    private uint _sequence;

    /// <inheritdoc/>
    public static int Size => 4;

    /// <summary>The sequence number.</summary>
    public uint SequenceNumber
    {
        readonly get => NetworkOrder.Swap(_sequence);
        set => _sequence = NetworkOrder.Swap(value);
    }
}
