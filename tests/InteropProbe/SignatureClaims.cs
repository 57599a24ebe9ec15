using System.Reflection;
using DpdkSharp.Interop;

namespace DpdkSharp.InteropProbe;

/// <summary>What the assembly says, with one DPDK version chosen, about the types of C's functions and of what holds functions.</summary>
/// <param name="Version">The version: 24.11.</param>
/// <param name="Functions">Every method that stands for a function, whether the version has it or not.</param>
/// <param name="Fields">The fields whose type is a pointer to a function.</param>
/// <param name="Variables">The pointers to variables that a library exports.</param>
/// <param name="Unexplained">Methods whose types mean nothing in C: generic ones, references, spans.</param>
public sealed record SignatureClaims(string Version, List<FunctionClaim> Functions, List<FunctionFieldClaim> Fields, List<VariableClaim> Variables, List<FunctionClaim> Unexplained);

/// <summary>A method that stands for a function.</summary>
/// <param name="Name">In C.</param>
/// <param name="Member">Class (but for Dpdk itself), name and parameters in C#: what tells the forms of a function apart.</param>
/// <param name="Import">Whether C's own code runs; else it was written in C#.</param>
/// <param name="Versions">The versions that it is said to be for.</param>
/// <param name="Result">The type of its result.</param>
/// <param name="Parameters">The types of its parameters.</param>
public sealed record FunctionClaim(string Name, string Member, bool Import, List<string> Versions, TypeClaim Result, List<TypeClaim> Parameters)
{
    /// <summary>What <see cref="Name"/> is for a method: without what tells it from another form, or from a type of its name.</summary>
    public static string NameOf(MethodInfo method) => LayoutReader.FormSuffix().Replace(method.Name, string.Empty).TrimEnd('_');

    /// <summary>What <see cref="Member"/> is for a method.</summary>
    public static string MemberOf(MethodInfo method) =>
        $"{(method.DeclaringType == typeof(Dpdk) ? string.Empty : method.DeclaringType!.Name + ".")}{method.Name}({string.Join(", ", method.GetParameters().Select(static p => p.ParameterType.ToString()))})";
}

/// <summary>A field that holds the address of a function.</summary>
/// <param name="Record">The outermost record, in C.</param>
/// <param name="Path">How C reaches the field from there.</param>
/// <param name="Member">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="Versions">The versions that it is said to be for.</param>
public sealed record FunctionFieldClaim(string Record, string Path, string Member, TypeClaim Type, List<string> Versions);

/// <summary>A property that points to an exported variable.</summary>
/// <param name="Name">In C.</param>
/// <param name="Member">In C#.</param>
/// <param name="Type">The pointer's type.</param>
/// <param name="Versions">The versions that it is said to be for.</param>
public sealed record VariableClaim(string Name, string Member, TypeClaim Type, List<string> Versions);

/// <summary>A type, as far as C# can tell: const, and whether a number of bits is char, long or long long, are C's alone.</summary>
/// <param name="Kind">void, bool, integer, unsigned, real, vector, enum, record, pointer, function (the address of one), or unknown.</param>
/// <param name="Name">Of an enum or record.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Of">What a pointer points to, or what a function gives.</param>
/// <param name="Parameters">Of a function.</param>
public sealed record TypeClaim(string Kind, string Name, int Size, TypeClaim? Of, List<TypeClaim> Parameters);
