using System.Runtime.CompilerServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>A port as one lcore sends to it: the queue's buffer, and the addresses that packets get on their way.</summary>
/// <param name="buffer">The packets that wait to leave by it.</param>
/// <param name="source">The port's own address.</param>
/// <param name="destination">The address of the next router.</param>
[DataPath]
public sealed class TxPort(TxBuffer buffer, MacAddress source, MacAddress destination) : IDisposable
{
    /// <summary>What stands for no port.</summary>
    public const ushort None = ushort.MaxValue;

    /// <summary>The packets that wait to leave by it.</summary>
    public TxBuffer Buffer { get; } = buffer;

    /// <summary>Gives a packet its new Ethernet addresses and puts it into the buffer.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="ethernet">Its Ethernet header.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Send(Mbuf packet, ref EthernetHeader ethernet)
    {
        ethernet.Destination = destination;
        ethernet.Source = source;
        Buffer.Add(packet);
    }

    /// <inheritdoc/>
    public void Dispose() => Buffer.Dispose();
}
