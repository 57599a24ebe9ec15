using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>Reads the frame pointer, which .NET has no intrinsic for; see <see cref="TimeStampCounter"/> for how.</summary>
internal static unsafe class FramePointer
{
    private static readonly delegate* unmanaged[SuppressGCTransition]<nuint*> s_read = MakeReader();

    /// <summary>False where the system forbids new executable pages.</summary>
    internal static bool IsSupported => s_read != null;

    /// <summary>The frame of the method that this is inlined into: the caller's frame pointer, and the return address behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint* Read() => s_read();

    private static delegate* unmanaged[SuppressGCTransition]<nuint*> MakeReader()
    {
        ReadOnlySpan<byte> code = RuntimeInformation.ProcessArchitecture switch
        {
            // mov rax,rbp; ret
            Architecture.X64 => [0x48, 0x89, 0xE8, 0xC3],
            // mov x0,x29; ret
            Architecture.Arm64 => [0xE0, 0x03, 0x1D, 0xAA, 0xC0, 0x03, 0x5F, 0xD6],
            _ => [],
        };
        return (delegate* unmanaged[SuppressGCTransition]<nuint*>)MachineCode.Load(code);
    }
}
