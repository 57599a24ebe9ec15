using System.IO.Enumeration;
using System.Reflection;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>Functions that are written in C# and that the loaded DPDK's own headers do not have.</summary>
public sealed unsafe class MissingFunctionTests(EalFixture eal)
{
    /// <summary>Those that need nothing of the version which brought them: numbers, plain memory, and what all versions have. They work everywhere.</summary>
    private static readonly string[] s_needNothing =
    [
        "rte_clz*", "rte_ctz*", "rte_ffs*", "rte_popcount*", "rte_bitset_*", "rte_bitmap_free", "rte_rwlock_write_is_locked", "rte_str_skip_leading_spaces", "rte_lcore_var_lcore",
        "rte_ipv4_cksum_simple", "rte_ipv6_*", "rte_ether_mcast_from_ipv6", "rte_mbuf_raw_*_bulk", "rte_bbdev_enc_op_alloc_bulk", "rte_bbdev_dec_op_alloc_bulk",
        "rte_bbdev_fft_op_alloc_bulk", "rte_event_ring_*_bulk", "rte_security_ctx_flags_*", "rte_graph_walk_rtc",
    ];

    private static string Loaded => LoadedDpdk.Version;

    [Fact]
    public void A_call_says_which_versions_have_the_function() => eal.Run(() =>
    {
        // Memory of zeros for whatever is pointed to: a function that goes on would find no device, no graph and no function in it.
        byte* memory = (byte*)NativeMemory.AllocZeroed(4096);
        foreach (MethodInfo method in Missing())
        {
            object?[] arguments = [.. method.GetParameters().Select(p => p.ParameterType.IsPointer ? Pointer.Box(memory, p.ParameterType) : Activator.CreateInstance(p.ParameterType))];

            Exception? thrown = Record.Exception(() => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null));

            Assert.True(thrown is DpdkNotSupportedException, $"{method}: {thrown}");
            Assert.Contains($"DPDK {Loaded}", thrown.Message, StringComparison.Ordinal);
            Assert.EndsWith($": {string.Join(", ", Versions(method))}.", thrown.Message, StringComparison.Ordinal);
        }

        NativeMemory.Free(memory);
        if (LoadedDpdk.Is("22.11"))
        {
            Assert.InRange(Missing().Count(), 17, int.MaxValue);
        }
    });

    /// <summary>So that the list of those that need nothing names no function which is there no more.</summary>
    [Fact]
    public void Those_that_need_nothing_are_there()
    {
        string[] all = [.. FunctionPair.HandWritten];

        Assert.All(s_needNothing, n => Assert.Contains(all, f => FileSystemName.MatchesSimpleExpression(n, f, ignoreCase: false)));
    }

    private static IEnumerable<MethodInfo> Missing() => typeof(Dpdk)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(static m => FunctionPair.HandWritten.Contains(m.Name) && typeof(DpdkShim).GetMember(m.Name).Length > 0)
        .Where(static m => !Versions(m).Contains(Loaded, StringComparer.Ordinal))
        .Where(static m => !Array.Exists(s_needNothing, n => FileSystemName.MatchesSimpleExpression(n, m.Name, ignoreCase: false)));

    private static IReadOnlyList<string> Versions(MethodInfo method) =>
        method.GetCustomAttribute<DpdkVersionsAttribute>()?.Versions ?? [.. DpdkRuntime.KnownAbis.Select(static a => a.Version)];
}
