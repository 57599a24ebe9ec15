using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>The optional checksum of a GRE header: 4 bytes (<c>rte_gre_hdr_opt_checksum_rsvd</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct GreChecksumWord : IPacketHeader<GreChecksumWord>
{
    private ushort _checksum;
    private ushort _reserved;

    /// <inheritdoc/>
    public static int Size => 4;

    /// <summary>The internet checksum over the GRE header and all that follows; see <see cref="InternetChecksum"/>.</summary>
    public ushort Checksum
    {
        readonly get => NetworkOrder.Swap(_checksum);
        set => _checksum = NetworkOrder.Swap(value);
    }

    /// <summary>Reserved; zero.</summary>
    public ushort Reserved
    {
        readonly get => NetworkOrder.Swap(_reserved);
        set => _reserved = NetworkOrder.Swap(value);
    }
}
