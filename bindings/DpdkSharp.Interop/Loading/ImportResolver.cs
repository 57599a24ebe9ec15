using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>Leads the imports of this assembly to the DPDK that was found.</summary>
internal static class ImportResolver
{
#pragma warning disable CA2255 // A module initializer is the one place that surely runs before the first import is resolved.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() => NativeLibrary.SetDllImportResolver(typeof(ImportResolver).Assembly, Resolve);

    private static nint Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath) =>
        libraryName.StartsWith("librte_", StringComparison.Ordinal) ? DpdkRuntime.Load(libraryName)
        : libraryName.StartsWith("libdpdksharp_", StringComparison.Ordinal) ? DpdkRuntime.LoadShim(libraryName)
        : 0;
}
