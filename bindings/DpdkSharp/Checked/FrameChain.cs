using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>
/// Who called, as a number: from the chain of frame pointers that .NET's compilers keep on Linux, in a few cycles. The number says which path it was, not
/// its name; that is worked out once a path (<see cref="CallSites"/>).
/// </summary>
internal static unsafe partial class FrameChain
{
    /// <summary>Whether it can be read here.</summary>
    public static readonly bool IsSupported = FramePointer.IsSupported;

    /// <summary>A number for the return addresses above the method that this is inlined into.</summary>
    /// <param name="stackEnd">What <see cref="FindStackEnd"/> found for this thread.</param>
    /// <param name="depth">How many addresses at the most.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(nuint stackEnd, int depth)
    {
        nuint* frame = FramePointer.Read();
        ulong hash = 0;
        // A frame of C code may keep anything in the register: what does not point up the stack ends the chain.
        for (int i = 0; i < depth; i++)
        {
            hash = BitOperations.RotateLeft(hash, 13) + frame[1];
            nuint* next = (nuint*)*frame;
            if (next <= frame || (nuint)next > stackEnd || ((nuint)next & 7) != 0)
            {
                break;
            }
            frame = next;
        }
        // What differs may be in the highest bits alone; the lowest are looked at first.
        hash ^= hash >> 33;
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }

    /// <summary>Where the calling thread's stack ends: the last place where a frame can be.</summary>
    public static nuint FindStackEnd()
    {
        // pthread_attr_t has 56 bytes on x86-64, 64 on arm64.
        byte* attributes = stackalloc byte[128];
        void* address;
        nuint size;
        if (pthread_getattr_np(pthread_self(), attributes) != 0)
        {
            return 0;
        }
        nuint end = pthread_attr_getstack(attributes, &address, &size) == 0 ? (nuint)address + size - (2 * (nuint)sizeof(nuint)) : 0;
        _ = pthread_attr_destroy(attributes);
        return end;
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern nint pthread_self();

    [DllImport("libc", ExactSpelling = true)]
    private static extern int pthread_getattr_np(nint thread, byte* attributes);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int pthread_attr_getstack(byte* attributes, void** address, nuint* size);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int pthread_attr_destroy(byte* attributes);
}
