using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Layout;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>
/// C's own inline functions: as the shim has them, and what tests need made of them in the <c>.c</c> files here, compiled on first use. Those of this
/// folder are compiled against the headers of the DPDK that is loaded; those of <c>newest</c> against the newest ones: inline functions and macros that
/// 22.11 has not yet, and that need no library.
/// </summary>
internal static class Oracle
{
    private static readonly string[] s_libraries =
    [
        "-lrte_eal", "-lrte_ring", "-lrte_mempool", "-lrte_mbuf", "-lrte_net", "-lrte_ethdev", "-lrte_hash", "-lrte_cryptodev", "-lrte_dmadev",
        "-lrte_eventdev", "-lrte_bbdev", "-lrte_regexdev", "-lrte_security", "-lrte_reorder", "-lrte_graph",
    ];
    private static readonly Lazy<nint> s_loaded = new(static () => Load(string.Empty, DpdkRuntime.KnownAbis[DpdkRuntime.AbiIndex].Version, s_libraries));
    private static readonly Lazy<nint> s_newest = new(static () => Load("newest", DpdkRuntime.KnownAbis[^1].Version, []));
    private static readonly ConcurrentDictionary<string, nint> s_functions = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> s_shim = typeof(DpdkShim)
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Select(static m => m.GetCustomAttribute<DllImportAttribute>())
        .OfType<DllImportAttribute>()
        .DistinctBy(static i => i.EntryPoint, StringComparer.Ordinal)
        .ToDictionary(static i => i.EntryPoint!, static i => i.Value, StringComparer.Ordinal);

    /// <summary>The address of a function: <c>o_rte_…</c> of an inline function itself, other names of what the files have.</summary>
    internal static nint Get(string name) => s_functions.GetOrAdd(name, static n => Shim(n) is not 0 and var shim ? shim : NativeLibrary.GetExport(s_loaded.Value, n));

    /// <summary>The address of a function of the newest headers.</summary>
    internal static nint GetNewest(string name) => s_functions.GetOrAdd("newest:" + name, static (_, n) => NativeLibrary.GetExport(s_newest.Value, n), name);

    private static nint Shim(string name)
    {
        string symbol = "dpdksharp_" + name["o_".Length..];
        return s_shim.TryGetValue(symbol, out string? library) && NativeLibrary.TryGetExport(DpdkRuntime.LoadShim(library), symbol, out nint address) ? address : 0;
    }

    private static nint Load(string folder, string version, string[] libraries)
    {
        folder = Path.Combine(AppContext.BaseDirectory, "Oracle", folder);
        string library = Path.Combine(folder, $"oracle-{Environment.ProcessId}.so");
        DpdkFiles dpdk = DpdkFiles.Of(version);
        string[] sources = [.. Directory.EnumerateFiles(folder, "*.c").Order(StringComparer.Ordinal)];
        _ = ChildProcess.RunChecked("gcc", [
            "-O2", "-shared", "-fPIC", "-DALLOW_EXPERIMENTAL_API", .. dpdk.CompilerFlags, .. sources, "-o", library, "-L" + dpdk.LibraryFolder, .. libraries]);
        try
        {
            return NativeLibrary.Load(library);
        }
        finally
        {
            File.Delete(library);
        }
    }
}
