using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>Compares and exchanges 16 bytes at once, which .NET has no method for.</summary>
internal static unsafe class Int128Exchange
{
    private static readonly delegate* unmanaged[SuppressGCTransition]<void*, void*, void*, byte> s_exchange =
        (delegate* unmanaged[SuppressGCTransition]<void*, void*, void*, byte>)MachineCode.Load(RuntimeInformation.ProcessArchitecture == Architecture.X64
            ?
            [
                0x53, // push rbx
                0x49, 0x89, 0xD0, // mov r8,rdx
                0x48, 0x8B, 0x06, // mov rax,[rsi]
                0x48, 0x8B, 0x56, 0x08, // mov rdx,[rsi+8]
                0x49, 0x8B, 0x18, // mov rbx,[r8]
                0x49, 0x8B, 0x48, 0x08, // mov rcx,[r8+8]
                0xF0, 0x48, 0x0F, 0xC7, 0x0F, // lock cmpxchg16b [rdi]
                0x48, 0x89, 0x06, // mov [rsi],rax
                0x48, 0x89, 0x56, 0x08, // mov [rsi+8],rdx
                0x0F, 0x94, 0xC0, // sete al
                0x5B, // pop rbx
                0xC3, // ret
            ]
            : []);

    /// <summary>Writes <paramref name="value"/> if the place holds <paramref name="expected"/>; else reads the place into that. A full barrier.</summary>
    /// <param name="place">Aligned to 16 bytes.</param>
    /// <param name="expected">What the place should hold; afterwards what it did hold.</param>
    /// <param name="value">What to write.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool CompareExchange(void* place, void* expected, void* value)
    {
        if (s_exchange == null)
        {
            ThrowMissing();
        }

        return s_exchange(place, expected, value) != 0;
    }

    [DoesNotReturn]
    private static void ThrowMissing() => throw new PlatformNotSupportedException(
        "Exchanging 16 bytes at once takes machine code of its own, which exists for x86-64 and needs an executable page; the system grants none. Use a stack without RTE_STACK_F_LF.");
}
