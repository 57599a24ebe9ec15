using System.Runtime.InteropServices;

namespace DpdkSharp.Tool.Capture;

/// <summary><c>struct bpf_program</c></summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PcapProgram
{
    public uint Length;
    public nint Instructions;
}
