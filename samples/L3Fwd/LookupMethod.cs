namespace DpdkSharp.Samples.L3Fwd;

/// <summary>How the port of a packet is found.</summary>
internal enum LookupMethod
{
    /// <summary>The longest prefix of its destination address.</summary>
    Lpm,

    /// <summary>The flow it belongs to.</summary>
    ExactMatch,

    /// <summary>The longest prefix, in a forwarding information base.</summary>
    Fib,

    /// <summary>The first of a list of rules that it matches.</summary>
    Acl,
}
