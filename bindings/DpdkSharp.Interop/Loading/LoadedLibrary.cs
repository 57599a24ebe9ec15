using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>What the loader knows of a library that it has loaded.</summary>
internal static unsafe class LoadedLibrary
{
    // RTLD_DI_LINKMAP of <dlfcn.h>, the same in glibc and musl.
    private const int LinkMapRequest = 2;

    /// <summary>The file that the loader took; null when it does not say.</summary>
    internal static string? PathOf(nint handle)
    {
        // In the C library today, in libdl before glibc 2.34: the process has it in any case.
        if (!NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "dlinfo", out nint dlinfo))
        {
            return null;
        }
        LinkMap* map = null;
        return ((delegate* unmanaged<nint, int, void*, int>)dlinfo)(handle, LinkMapRequest, &map) == 0 && map != null
            ? Marshal.PtrToStringUTF8((nint)map->Name)
            : null;
    }

    /// <summary>The beginning of <c>struct link_map</c> of <c>&lt;link.h&gt;</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct LinkMap
    {
        public nint Address;
        public byte* Name;
    }
}
