namespace DpdkSharp.Headers;

/// <summary>What an ARP packet asks or says (<c>RTE_ARP_OP_…</c>).</summary>
public enum ArpOperation : ushort
{
    /// <summary>No operation.</summary>
    None = 0,

    /// <summary>Who has the target IP address?</summary>
    Request = 1,

    /// <summary>The sender has it.</summary>
    Reply = 2,

    /// <summary>Reverse ARP: which IP address has the target?</summary>
    ReverseRequest = 3,

    /// <summary>Reverse ARP: the target has this IP address.</summary>
    ReverseReply = 4,

    /// <summary>Inverse ARP: which IP address has the peer?</summary>
    InverseRequest = 8,

    /// <summary>Inverse ARP: the peer has this IP address.</summary>
    InverseReply = 9,
}
