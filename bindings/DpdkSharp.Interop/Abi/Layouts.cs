using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>Members at offsets that are known at run time only.</summary>
internal static unsafe class Layouts
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref T At<TStorage, T>(in TStorage storage, int offset)
        where TStorage : unmanaged
        where T : unmanaged =>
        ref Unsafe.As<TStorage, T>(ref Unsafe.AddByteOffset(ref Unsafe.AsRef(in storage), (nint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<T> Span<TStorage, T>(in TStorage storage, int offset, int length)
        where TStorage : unmanaged
        where T : unmanaged =>
        MemoryMarshal.CreateSpan(ref At<TStorage, T>(in storage, offset), length);

    /// <summary>The address of a member; only of use for a record in native memory or on the stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void* Address<TStorage>(in TStorage storage, int offset)
        where TStorage : unmanaged =>
        (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in storage)) + offset;
}
