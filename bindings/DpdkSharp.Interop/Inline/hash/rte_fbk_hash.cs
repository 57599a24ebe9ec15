using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

// A bucket is filled from its beginning without gaps, so a search ends at the first empty entry.
public static unsafe partial class Dpdk
{
    /// <summary>The first entry of the key's bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_fbk_hash_get_bucket(rte_fbk_hash_table* ht, uint key) =>
        (ht->hash_func(key, ht->init_val) & ht->bucket_mask) << (int)ht->bucket_shift;

    /// <summary>Adds a key or gives it another value: 0, or -ENOSPC when its bucket is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_fbk_hash_add_key_with_bucket(rte_fbk_hash_table* ht, uint key, ushort value, uint bucket)
    {
        rte_fbk_hash_entry* entry = ht->t + bucket;
        for (uint i = 0; i < ht->entries_per_bucket; i++, entry++)
        {
            if (entry->entry.is_entry == 0)
            {
                entry->whole_entry = ((ulong)key << 32) | ((ulong)value << 16) | 1;
                ht->used_entries++;
                return 0;
            }

            if (entry->entry.key == key)
            {
                entry->entry.value = value;
                return 0;
            }
        }

        return -Errno.ENOSPC;
    }

    /// <inheritdoc cref="rte_fbk_hash_add_key_with_bucket"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_fbk_hash_add_key(rte_fbk_hash_table* ht, uint key, ushort value) =>
        rte_fbk_hash_add_key_with_bucket(ht, key, value, rte_fbk_hash_get_bucket(ht, key));

    /// <summary>Takes a key out: 0, or -ENOENT.</summary>
    /// <remarks>As in C, an empty entry passes for the key 0: delete that key only if it is there.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_fbk_hash_delete_key_with_bucket(rte_fbk_hash_table* ht, uint key, uint bucket)
    {
        rte_fbk_hash_entry* entries = ht->t + bucket;
        uint size = ht->entries_per_bucket;
        for (uint i = 0; i < size; i++)
        {
            if (entries[i].entry.key != key)
            {
                continue;
            }

            // The last one in use fills the gap.
            uint last = i;
            while (last + 1 < size && entries[last + 1].entry.is_entry != 0)
            {
                last++;
            }

            entries[i].whole_entry = entries[last].whole_entry;
            entries[last].whole_entry = 0;
            ht->used_entries--;
            return 0;
        }

        return -Errno.ENOENT;
    }

    /// <inheritdoc cref="rte_fbk_hash_delete_key_with_bucket"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_fbk_hash_delete_key(rte_fbk_hash_table* ht, uint key) =>
        rte_fbk_hash_delete_key_with_bucket(ht, key, rte_fbk_hash_get_bucket(ht, key));

    /// <summary>The key's value, or -ENOENT.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_fbk_hash_lookup_with_bucket(rte_fbk_hash_table* ht, uint key, uint bucket)
    {
        rte_fbk_hash_entry* entry = ht->t + bucket;
        for (uint i = 0; i < ht->entries_per_bucket; i++, entry++)
        {
            // Read whole and once: a writer may be at work.
            ulong whole = Volatile.Read(ref entry->whole_entry);
            if ((ushort)whole == 0)
            {
                break;
            }

            if ((uint)(whole >> 32) == key)
            {
                return (ushort)(whole >> 16);
            }
        }

        return -Errno.ENOENT;
    }

    /// <inheritdoc cref="rte_fbk_hash_lookup_with_bucket"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_fbk_hash_lookup(rte_fbk_hash_table* ht, uint key) =>
        rte_fbk_hash_lookup_with_bucket(ht, key, rte_fbk_hash_get_bucket(ht, key));

    public static void rte_fbk_hash_clear_all(rte_fbk_hash_table* ht)
    {
        NativeMemory.Clear(ht->t, ht->entries * (nuint)sizeof(rte_fbk_hash_entry));
        ht->used_entries = 0;
    }

    /// <summary>The part of the entries that are in use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double rte_fbk_hash_get_load_factor(rte_fbk_hash_table* ht) => ht->used_entries / (double)ht->entries;
}
