namespace DpdkSharp;

/// <summary>
/// Marks code that runs for each burst or packet. The analyzers report in it what stops an lcore: managed allocation (DPDK0008), waiting (DPDK0009) and
/// exceptions (DPDK0010). On a type it speaks of all methods and properties but constructors and <c>Dispose</c>; on an interface or one of its members, of what
/// implements it.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class DataPathAttribute : Attribute;
