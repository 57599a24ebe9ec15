using System.Runtime.InteropServices;

namespace DpdkSharp.Tool.Stats;

/// <summary><c>struct iovec</c></summary>
[StructLayout(LayoutKind.Sequential)]
internal struct IoVector
{
    public ulong Address;
    public nuint Length;
}
