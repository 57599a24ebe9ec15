namespace DpdkSharp.Interop;

/// <summary>
/// Marks a record whose layout depends on the DPDK that is loaded: its members are references whose offsets are chosen
/// at run time, its C# size is that of the largest version, its real size is the static property <c>SizeOf</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class DpdkLayoutAttribute : Attribute;
