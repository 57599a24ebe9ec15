using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>Walks through the keys of a <see cref="HashTable{TKey}"/>; made by <c>foreach</c>.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
[StructLayout(LayoutKind.Auto)]
public unsafe ref struct HashTableEnumerator<TKey>
    where TKey : unmanaged
{
    private readonly rte_hash* _table;
    private uint _next;

    internal HashTableEnumerator(rte_hash* table) => _table = table;

    /// <summary>The key that <see cref="MoveNext"/> found.</summary>
    public HashTableEntry<TKey> Current { get; private set; }

    /// <summary>Goes to the next key.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext()
    {
        void* key = null;
        void* data = null;
        uint next = _next;
        int position = rte_hash_iterate(_table, &key, &data, &next);
        _next = next;
        if (position < 0)
        {
            return false;
        }
        Current = new HashTableEntry<TKey>(Unsafe.ReadUnaligned<TKey>(key), position, (nint)data);
        return true;
    }
}
