using System.Runtime.InteropServices;

namespace DpdkSharp;

/// <summary>A .NET string as a NUL-terminated UTF-8 string for the length of a call.</summary>
internal readonly unsafe ref struct NativeText(string text) : IDisposable
{
    private readonly byte* _bytes = (byte*)Marshal.StringToCoTaskMemUTF8(text);

    public static implicit operator byte*(NativeText text) => text._bytes;

    public void Dispose() => Marshal.FreeCoTaskMem((nint)_bytes);
}
