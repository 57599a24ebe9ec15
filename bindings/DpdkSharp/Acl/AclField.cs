using System.Runtime.InteropServices;

namespace DpdkSharp;

/// <summary>
/// A field that the rules of an <see cref="Acl"/> look at (<c>rte_acl_field_def</c>). DPDK reads the first field as one byte and all that follow in groups of four bytes.
/// </summary>
/// <param name="Type">How it is compared.</param>
/// <param name="Size">How many bytes it has, in network byte order: 1 (the first field always), 2 or 4.</param>
/// <param name="Offset">Where it is, in bytes from the start of the input.</param>
/// <param name="InputIndex">
/// The number of the group of four consecutive bytes that it belongs to, counted up in the order of the fields; the first field is group 0 by itself. The source and
/// destination port, for example, are two fields of one group.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AclField(AclFieldType Type, int Size, int Offset, int InputIndex);
