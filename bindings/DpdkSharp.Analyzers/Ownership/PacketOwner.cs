namespace DpdkSharp.Analyzers.Ownership;

/// <summary>Whose a packet is on one path.</summary>
internal enum PacketOwner
{
    /// <summary>It came from elsewhere, or went to code that may have taken it: nothing is asked of it, until it is freed here.</summary>
    Unknown,

    /// <summary>The method's, which must free it or give it away.</summary>
    Method,

    /// <summary>A burst's.</summary>
    Burst,

    /// <summary>The packet's that it is chained to.</summary>
    Chain,

    /// <summary>No longer the method's: freed, sent or enqueued.</summary>
    Gone,
}
