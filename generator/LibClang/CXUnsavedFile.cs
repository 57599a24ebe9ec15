using System.Runtime.InteropServices;

namespace ClangSharp.Interop;

/// <summary>Text that stands in for a file while parsing.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct CXUnsavedFile
{
    public sbyte* Filename;
    public sbyte* Contents;
    public nuint Length;
}
