using System.Numerics;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// CRC-32C. .NET takes the processor's instruction where there is one and tables elsewhere; all of C's algorithms give the same values.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_hash_crc_1byte(byte data, uint init_val) => BitOperations.Crc32C(init_val, data);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_hash_crc_2byte(ushort data, uint init_val) => BitOperations.Crc32C(init_val, data);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_hash_crc_4byte(uint data, uint init_val) => BitOperations.Crc32C(init_val, data);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_hash_crc_8byte(ulong data, uint init_val) => BitOperations.Crc32C(init_val, data);

    /// <summary>The CRC of a key of any length and alignment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_hash_crc(void* data, uint data_len, uint init_val)
    {
        byte* p = (byte*)data;
        for (uint blocks = data_len / 32; blocks != 0; blocks--)
        {
            init_val = BitOperations.Crc32C(init_val, Unsafe.ReadUnaligned<ulong>(p));
            init_val = BitOperations.Crc32C(init_val, Unsafe.ReadUnaligned<ulong>(p + 8));
            init_val = BitOperations.Crc32C(init_val, Unsafe.ReadUnaligned<ulong>(p + 16));
            init_val = BitOperations.Crc32C(init_val, Unsafe.ReadUnaligned<ulong>(p + 24));
            p += 32;
        }

        // One question a bit of the length: of a constant length none is left.
        if ((data_len & 16) != 0)
        {
            init_val = BitOperations.Crc32C(init_val, Unsafe.ReadUnaligned<ulong>(p));
            init_val = BitOperations.Crc32C(init_val, Unsafe.ReadUnaligned<ulong>(p + 8));
            p += 16;
        }

        if ((data_len & 8) != 0)
        {
            init_val = BitOperations.Crc32C(init_val, Unsafe.ReadUnaligned<ulong>(p));
            p += 8;
        }

        if ((data_len & 4) != 0)
        {
            init_val = BitOperations.Crc32C(init_val, Unsafe.ReadUnaligned<uint>(p));
            p += 4;
        }

        if ((data_len & 2) != 0)
        {
            init_val = BitOperations.Crc32C(init_val, Unsafe.ReadUnaligned<ushort>(p));
            p += 2;
        }

        return (data_len & 1) != 0 ? BitOperations.Crc32C(init_val, *p) : init_val;
    }
}
