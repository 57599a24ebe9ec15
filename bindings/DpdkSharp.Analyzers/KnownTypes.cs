using Microsoft.CodeAnalysis;

namespace DpdkSharp.Analyzers;

/// <summary>The types of DpdkSharp that a compilation refers to.</summary>
internal sealed class KnownTypes
{
    private KnownTypes(Compilation compilation, INamedTypeSymbol mbuf)
    {
        Mbuf = mbuf;
        PacketBurst = Find("PacketBurst");
        PacketPool = Find("PacketPool");
        MbufSegments = Find("MbufSegments");
        RxQueue = Find("RxQueue");
        TxQueue = Find("TxQueue");
        TxBuffer = Find("TxBuffer");
        Ring = Find("Ring`1");
        RingPacketExtensions = Find("RingPacketExtensions");
        RingEnqueueReservation = Find("RingEnqueueReservation`1");
        RingDequeueReservation = Find("RingDequeueReservation`1");
        Mempool = Find("Mempool`1");
        MempoolObject = Find("MempoolObject`1");
        HeaderRef = Find("Headers.HeaderRef`1");
        PacketHeader = Find("Headers.IPacketHeader`1");
        Eal = Find("Eal");
        Lcore = Find("Lcore");
        DataPathAttribute = Find("DataPathAttribute");

        INamedTypeSymbol? Find(string name) => compilation.GetTypeByMetadataName("DpdkSharp." + name);
    }

    public INamedTypeSymbol Mbuf { get; }

    public INamedTypeSymbol? PacketBurst { get; }

    public INamedTypeSymbol? PacketPool { get; }

    public INamedTypeSymbol? MbufSegments { get; }

    public INamedTypeSymbol? RxQueue { get; }

    public INamedTypeSymbol? TxQueue { get; }

    public INamedTypeSymbol? TxBuffer { get; }

    public INamedTypeSymbol? Ring { get; }

    public INamedTypeSymbol? RingPacketExtensions { get; }

    public INamedTypeSymbol? RingEnqueueReservation { get; }

    public INamedTypeSymbol? RingDequeueReservation { get; }

    public INamedTypeSymbol? Mempool { get; }

    public INamedTypeSymbol? MempoolObject { get; }

    public INamedTypeSymbol? HeaderRef { get; }

    public INamedTypeSymbol? PacketHeader { get; }

    public INamedTypeSymbol? Eal { get; }

    public INamedTypeSymbol? Lcore { get; }

    public INamedTypeSymbol? DataPathAttribute { get; }

    /// <summary>Null where DpdkSharp is not referenced: there is nothing to look at then.</summary>
    public static KnownTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("DpdkSharp.Mbuf") is { } mbuf ? new KnownTypes(compilation, mbuf) : null;

    public bool IsMbuf(ITypeSymbol? type) => Is(type, Mbuf);

    /// <summary>Whether a value of the type has one owner: a packet, or an object of a memory pool.</summary>
    public bool IsHandle(ITypeSymbol? type) => IsMbuf(type) || Is(type, MempoolObject);

    public bool IsBurst(ITypeSymbol? type) => Is(type, PacketBurst);

    public bool IsReservation(ITypeSymbol? type) => Is(type, RingEnqueueReservation) || Is(type, RingDequeueReservation);

    /// <summary>Whether a type is this one, whatever its type arguments.</summary>
    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, known);
}
