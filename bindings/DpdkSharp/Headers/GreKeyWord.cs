using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>The optional key of a GRE header: 4 bytes (<c>rte_gre_hdr_opt_key</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct GreKeyWord : IPacketHeader<GreKeyWord>
{
    private uint _key;

    /// <inheritdoc/>
    public static int Size => 4;

    /// <summary>The key. NVGRE has its 24-bit subnet identifier in the upper bits and a flow identifier in the lowest 8.</summary>
    public uint Key
    {
        readonly get => NetworkOrder.Swap(_key);
        set => _key = NetworkOrder.Swap(value);
    }
}
