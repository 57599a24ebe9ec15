using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The rules in ACLs: earlier lines of a file before later ones.</summary>
internal sealed class AclTables : LookupTables
{
    // Inputs begin at the protocol, which is the one byte that a list of fields has to begin with.
    private static readonly AclField[] s_fields4 =
    [
        new(AclFieldType.Bitmask, 1, 0, 0),
        new(AclFieldType.Mask, 4, 12 - AclLookup.ProtocolOffset, 1),
        new(AclFieldType.Mask, 4, 16 - AclLookup.ProtocolOffset, 2),
        new(AclFieldType.Range, 2, 20 - AclLookup.ProtocolOffset, 3),
        new(AclFieldType.Range, 2, 22 - AclLookup.ProtocolOffset, 3),
    ];

    private static readonly AclField[] s_fields6 =
    [
        new(AclFieldType.Bitmask, 1, 0, 0),
        .. Enumerable.Range(0, 8).Select(static i => new AclField(AclFieldType.Mask, 4, 8 - AclLookup.NextHeaderOffset + (4 * i), 1 + i)),
        new(AclFieldType.Range, 2, 40 - AclLookup.NextHeaderOffset, 9),
        new(AclFieldType.Range, 2, 42 - AclLookup.NextHeaderOffset, 9),
    ];

    private readonly Acl _ipv4;
    private readonly Acl _ipv6;

    public AclTables(List<AclRule<Ipv4Address>> rules4, List<AclRule<Ipv6Address>> rules6, AclAlgorithm algorithm, int socket)
    {
        _ipv4 = Build($"l3fwd-acl-ipv4{socket}", s_fields4, rules4, static r => (r.Values(), r.Port), algorithm, socket);
        _ipv6 = Build($"l3fwd-acl-ipv6{socket}", s_fields6, rules6, static r => (r.Values(), r.Port), algorithm, socket);
    }

    public override IBurstForwarder CreateForwarder(TxPort?[] ports, bool parsePacketType) =>
        new BurstForwarder<AclLookup, nint, AclLookup.Input6>(new AclLookup(_ipv4, _ipv6), ports, parsePacketType);

    public override void Dispose()
    {
        _ipv4.Dispose();
        _ipv6.Dispose();
    }

    private static Acl Build<TRule>(string name, AclField[] fields, List<TRule> rules, Func<TRule, (AclFieldValue[] Values, ushort? Port)> read, AclAlgorithm algorithm, int socket)
    {
        Acl acl = Acl.Create(name, fields, rules.Count, socket);
        if (!acl.TrySelectAlgorithm(algorithm))
        {
            acl.Dispose();
            throw new UsageException($"--alg: this processor cannot classify by {algorithm}.");
        }
        for (int i = 0; i < rules.Count; i++)
        {
            (AclFieldValue[] values, ushort? port) = read(rules[i]);
            acl.Add(Acl.MaxPriority - i, port is { } p ? p + 1u : AclLookup.Deny + (uint)i, values);
            Console.WriteLine($"ACL: Adding rule {rules[i]}");
        }
        acl.Build();
        return acl;
    }
}
