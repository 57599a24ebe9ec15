namespace DpdkSharp.InteropProbe;

/// <summary>What the assembly says, with one DPDK version chosen, about C's types and constants.</summary>
/// <param name="Version">The version: 24.11.</param>
/// <param name="Records">The structs and unions that the version has.</param>
/// <param name="Enums">The enums that the version has.</param>
/// <param name="Constants">The constants that the version has.</param>
/// <param name="Absent">What other versions have and this one lacks.</param>
/// <param name="Buffers">Array types that exist in C# alone; the fields of these types say what C has there.</param>
/// <param name="Unexplained">Public members whose kind is not known to mean something in C.</param>
/// <param name="Faults">Claims of the assembly that contradict each other, found without C.</param>
public sealed record Claims(
    string Version,
    List<RecordClaim> Records,
    List<EnumClaim> Enums,
    List<ConstantClaim> Constants,
    List<AbsentClaim> Absent,
    List<string> Buffers,
    List<string> Unexplained,
    List<string> Faults);

/// <summary>A struct or union.</summary>
/// <param name="Name">In C#: rte_mbuf, or rte_mbuf._hash for an anonymous type of C.</param>
/// <param name="Parent">The record whose field has the anonymous type; null for a named one.</param>
/// <param name="Path">How C reaches a value of the anonymous type from the parent: hash, or pairs[0].</param>
/// <param name="Opaque">Only ever seen behind a pointer: nothing else is claimed.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Alignment">In bytes.</param>
/// <param name="Fields">Its fields.</param>
public sealed record RecordClaim(string Name, string? Parent, string? Path, bool Opaque, int Size, int Alignment, List<FieldClaim> Fields);

/// <summary>A field.</summary>
/// <param name="Member">Its name in C#.</param>
/// <param name="Name">Its name in C.</param>
/// <param name="Kind">What is claimed of it.</param>
/// <param name="Offset">In bytes; -1 for a bit-field.</param>
/// <param name="Size">In bytes; of an element where <paramref name="Kind"/> is <see cref="FieldClaimKind.Place"/>; 0 where nothing is claimed.</param>
/// <param name="ElementSize">Of an array's elements.</param>
/// <param name="Type">integer, unsigned, enum, pointer, real, record; empty where nothing is claimed.</param>
/// <param name="Image">For a bit-field: the record's bytes, zero before, after all its bits were set.</param>
/// <param name="ReadBack">For a bit-field: what it reads as then.</param>
public sealed record FieldClaim(
    string Member,
    string Name,
    FieldClaimKind Kind,
    int Offset,
    int Size,
    int ElementSize,
    string Type,
    SortedDictionary<int, byte>? Image,
    long ReadBack);

/// <summary>What a field's claim says.</summary>
public enum FieldClaimKind
{
    /// <summary>Where it is and how large.</summary>
    Value,

    /// <summary>Where it is, how large, and how large its elements are.</summary>
    Array,

    /// <summary>Where it begins and how large its elements are, not how many there are.</summary>
    Place,

    /// <summary>Which bits are its own.</summary>
    Bits,
}

/// <summary>An enum.</summary>
/// <param name="Name">In C#.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Signed">Whether it holds negative values.</param>
/// <param name="Members">Names and values.</param>
public sealed record EnumClaim(string Name, int Size, bool Signed, List<ConstantClaim> Members);

/// <summary>A macro or enumerator with a value.</summary>
/// <param name="Name">In C.</param>
/// <param name="Kind">integer, real, text, record, or variable: a macro for a variable, whose type alone is claimed.</param>
/// <param name="Value">An integer in decimal, a real number in hexadecimal bits, text and records in hexadecimal bytes.</param>
/// <param name="TypeSize">The size of an integer constant's type; 0 where C# says nothing (enums).</param>
/// <param name="Signed">Whether that type is signed.</param>
/// <param name="Record">The type of a record, which C's initialiser does not name.</param>
public sealed record ConstantClaim(string Name, string Kind, string Value, int TypeSize, bool Signed, string Record = "");

/// <summary>Something that the chosen version lacks.</summary>
/// <param name="Kind">record, field, enum, constant or text.</param>
/// <param name="Owner">The record of a field; else empty.</param>
/// <param name="Name">In C.</param>
public sealed record AbsentClaim(string Kind, string Owner, string Name);
