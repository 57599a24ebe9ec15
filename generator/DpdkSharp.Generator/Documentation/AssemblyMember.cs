namespace DpdkSharp.Generator.Documentation;

/// <summary>A public type or member of an assembly.</summary>
/// <param name="Id">What the documentation file calls it: M:DpdkSharp.Interop.Dpdk.rte_eal_init(System.Int32,System.Byte**).</param>
/// <param name="Type">The type, or the type that has the member, without its namespace: rte_mbuf._hash.</param>
/// <param name="Name">The member's name; null for the type itself.</param>
/// <param name="Parameters">The names of a method's parameters.</param>
internal sealed record AssemblyMember(string Id, string Type, string? Name, IReadOnlyList<string> Parameters);
