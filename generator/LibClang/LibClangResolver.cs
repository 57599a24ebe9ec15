using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

/// <summary>Finds the libclang of the distribution, whose file name carries its version.</summary>
internal static class LibClangResolver
{
    // The versions that were tried with the DPDK headers, best first; a plain libclang.so comes from a -dev package.
    private static readonly string[] Candidates =
    [
        "libclang-19.so.1", "libclang-19.so.19", "libclang-20.so.20", "libclang-20.so.1", "libclang-21.so.21", "libclang-21.so.1", "libclang-22.so.22", "libclang-22.so.1", "libclang.so",
    ];

#pragma warning disable CA2255 // A module initializer is the one place that runs before the first import is resolved.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() => NativeLibrary.SetDllImportResolver(typeof(clang).Assembly, Resolve);

    private static nint Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (libraryName != "libclang")
        {
            return 0;
        }
        foreach (string candidate in Candidates)
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle))
            {
                return handle;
            }
        }
        throw new DllNotFoundException(
            $"libclang was not found (tried {string.Join(", ", Candidates)}). On Debian and Ubuntu install libclang1-19 and libclang-common-19-dev (or 20 to 22).");
    }
}
