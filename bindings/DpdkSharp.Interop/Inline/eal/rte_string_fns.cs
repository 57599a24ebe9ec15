using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Copies as much of a string as fits, always with its end; answers the whole length of <paramref name="src"/>.</summary>
    public static nuint rte_strlcpy(byte* dst, byte* src, nuint size)
    {
        nuint length = Length(src, nuint.MaxValue);
        if (size != 0)
        {
            nuint copied = Math.Min(length, size - 1);
            NativeMemory.Copy(src, dst, copied);
            dst[copied] = 0;
        }

        return length;
    }

    /// <summary>Appends as much of a string as fits, always with its end; answers the length that the whole would have.</summary>
    public static nuint rte_strlcat(byte* dst, byte* src, nuint size)
    {
        nuint length = Length(dst, size);
        return length < size ? length + rte_strlcpy(dst + length, src, size - length) : length + Length(src, nuint.MaxValue);
    }

    /// <summary>The first character that is not white space.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* rte_str_skip_leading_spaces(byte* src)
    {
        while (*src is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r'))
        {
            src++;
        }

        return src;
    }

    private static nuint Length(byte* text, nuint limit)
    {
        nuint length = 0;
        while (length < limit && text[length] != 0)
        {
            length++;
        }

        return length;
    }
}
