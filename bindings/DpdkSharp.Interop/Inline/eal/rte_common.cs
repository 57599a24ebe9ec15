using System.Numerics;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// The function-like macros of the header. In C their result has the type of the first argument; so it has here.
public static unsafe partial class Dpdk
{
    /// <summary>The record that has <paramref name="ptr"/> as its member <paramref name="offset"/> bytes from its start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* container_of<T>(void* ptr, nuint offset)
        where T : unmanaged => (T*)((byte*)ptr - offset);

    /// <summary>The smaller of two values, as values of type <typeparamref name="T"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_MIN_T<T>(T a, T b)
        where T : INumber<T> => T.Min(a, b);

    /// <summary>The larger of two values, as values of type <typeparamref name="T"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_MAX_T<T>(T a, T b)
        where T : INumber<T> => T.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* RTE_PTR_ADD(void* ptr, nint x) => (byte*)ptr + x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* RTE_PTR_ADD(void* ptr, nuint x) => (byte*)ptr + x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* RTE_PTR_SUB(void* ptr, nint x) => (byte*)ptr - x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* RTE_PTR_SUB(void* ptr, nuint x) => (byte*)ptr - x;

    /// <summary>Bytes from <paramref name="ptr2"/> up to <paramref name="ptr1"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint RTE_PTR_DIFF(void* ptr1, void* ptr2) => (nuint)ptr1 - (nuint)ptr2;

    /// <summary><paramref name="val"/> rounded down to a multiple of <paramref name="align"/>, a power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_ALIGN_FLOOR<T, TAlign>(T val, TAlign align)
        where T : unmanaged, IBinaryInteger<T>
        where TAlign : unmanaged, IBinaryInteger<TAlign> => val & ~(T.CreateTruncating(align) - T.One);

    /// <summary><paramref name="val"/> rounded up to a multiple of <paramref name="align"/>, a power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_ALIGN_CEIL<T, TAlign>(T val, TAlign align)
        where T : unmanaged, IBinaryInteger<T>
        where TAlign : unmanaged, IBinaryInteger<TAlign> => RTE_ALIGN_FLOOR(val + (T.CreateTruncating(align) - T.One), align);

    /// <inheritdoc cref="RTE_ALIGN_CEIL"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_ALIGN<T, TAlign>(T val, TAlign align)
        where T : unmanaged, IBinaryInteger<T>
        where TAlign : unmanaged, IBinaryInteger<TAlign> => RTE_ALIGN_CEIL(val, align);

    /// <summary>The next multiple of <paramref name="mul"/>, any positive number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_ALIGN_MUL_CEIL<T, TMul>(T v, TMul mul)
        where T : unmanaged, IBinaryInteger<T>
        where TMul : unmanaged, IBinaryInteger<TMul> => (v + T.CreateTruncating(mul) - T.One) / T.CreateTruncating(mul) * T.CreateTruncating(mul);

    /// <summary>The last multiple of <paramref name="mul"/>, any positive number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_ALIGN_MUL_FLOOR<T, TMul>(T v, TMul mul)
        where T : unmanaged, IBinaryInteger<T>
        where TMul : unmanaged, IBinaryInteger<TMul> => v / T.CreateTruncating(mul) * T.CreateTruncating(mul);

    /// <summary>The nearest multiple of <paramref name="mul"/>; of two equally near, the higher.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_ALIGN_MUL_NEAR<T, TMul>(T v, TMul mul)
        where T : unmanaged, IBinaryInteger<T>
        where TMul : unmanaged, IBinaryInteger<TMul>
    {
        T ceiling = RTE_ALIGN_MUL_CEIL(v, mul);
        T floor = RTE_ALIGN_MUL_FLOOR(v, mul);
        return ceiling - v > v - floor ? floor : ceiling;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* RTE_PTR_ALIGN_FLOOR(void* ptr, nuint align) => (void*)((nuint)ptr & ~(align - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* RTE_PTR_ALIGN_FLOOR<T>(T* ptr, nuint align)
        where T : unmanaged => (T*)((nuint)ptr & ~(align - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* RTE_PTR_ALIGN_CEIL(void* ptr, nuint align) => (void*)(((nuint)ptr + (align - 1)) & ~(align - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* RTE_PTR_ALIGN_CEIL<T>(T* ptr, nuint align)
        where T : unmanaged => (T*)RTE_PTR_ALIGN_CEIL((void*)ptr, align);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* RTE_PTR_ALIGN(void* ptr, nuint align) => RTE_PTR_ALIGN_CEIL(ptr, align);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* RTE_PTR_ALIGN<T>(T* ptr, nuint align)
        where T : unmanaged => RTE_PTR_ALIGN_CEIL(ptr, align);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_aligned(void* ptr, uint align) => ((nuint)ptr & unchecked(align - 1)) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_MIN<T>(T a, T b)
        where T : unmanaged, IComparisonOperators<T, T, bool> => a < b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_MAX<T>(T a, T b)
        where T : unmanaged, IComparisonOperators<T, T, bool> => a > b ? a : b;

    /// <summary><paramref name="size"/> rounded up to whole cache lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_CACHE_LINE_ROUNDUP<T>(T size)
        where T : unmanaged, IBinaryInteger<T> => RTE_ALIGN_CEIL(size, RTE_CACHE_LINE_SIZE);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RTE_SWAP<T>(ref T a, ref T b) => (a, b) = (b, a);

    /// <summary>The lowest <paramref name="ln"/> bits set, 1 to 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T RTE_LEN2MASK<T>(int ln)
        where T : unmanaged, IBinaryInteger<T> => T.CreateTruncating(ulong.MaxValue >> (64 - ln));
}
