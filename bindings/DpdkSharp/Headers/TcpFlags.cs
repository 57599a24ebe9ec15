namespace DpdkSharp.Headers;

/// <summary>The control bits of a TCP header (<c>RTE_TCP_…_FLAG</c>).</summary>
[Flags]
public enum TcpFlags : ushort
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>No more data from the sender.</summary>
    Fin = 0x001,

    /// <summary>Synchronise sequence numbers: the connection opens.</summary>
    Syn = 0x002,

    /// <summary>Reset the connection.</summary>
    Rst = 0x004,

    /// <summary>Hand the data on at once.</summary>
    Psh = 0x008,

    /// <summary>The acknowledgment number counts.</summary>
    Ack = 0x010,

    /// <summary>The urgent pointer counts.</summary>
    Urg = 0x020,

    /// <summary>ECN echo.</summary>
    Ece = 0x040,

    /// <summary>Congestion window reduced.</summary>
    Cwr = 0x080,

    /// <summary>Accurate ECN (the former nonce sum).</summary>
    Ae = 0x100,
}
