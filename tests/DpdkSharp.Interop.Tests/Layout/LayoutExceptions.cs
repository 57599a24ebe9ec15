namespace DpdkSharp.Interop.Tests.Layout;

/// <summary>What the proof of the layouts leaves out, each with its reason.</summary>
internal static class LayoutExceptions
{
    /// <summary>Public structs that mirror nothing in C.</summary>
    public static IReadOnlyDictionary<string, string> TypesOfCSharp { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DpdkAbi"] = "names a DPDK version",
        ["DpdkFault"] = "tells of a file that cannot be used",
        ["EthRxQueueSlot"] = "the place of a queue's burst function, for the inline functions",
        ["EthTxQueueSlot"] = "the place of a queue's burst function, for the inline functions",
    };

    /// <summary>What foreach walks over stands for a macro of C (RTE_LCORE_FOREACH), which has no type.</summary>
    public static bool IsSequence(Type type) => type.DeclaringType is { IsValueType: true } outer ? IsSequence(outer) : type.GetMethod("GetEnumerator") is not null;

    /// <summary>Public static properties of <see cref="Dpdk"/> that are no constants.</summary>
    public static IReadOnlyDictionary<string, string> PropertiesThatAreNoConstants { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rte_errno"] = "the calling thread's variable",
    };

    /// <summary>Names that C# says a version lacks, and that mean something there.</summary>
    public static IReadOnlyDictionary<string, string> AbsentButThere { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["RTE_TEL_U64_VAL"] = "an old name that newer headers keep as a macro with a warning inside, of which no constant can be made",
    };

    /// <summary>Enums that are smaller in some version than C# has them; no field and no function has such a type there.</summary>
    public static IReadOnlyDictionary<string, string> PackedEnums { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rte_ipv6_mc_scope"] = "24.11 packs it by an attribute that newer versions have elsewhere",
    };
}
