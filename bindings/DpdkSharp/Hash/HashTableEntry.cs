using System.Runtime.InteropServices;

namespace DpdkSharp;

/// <summary>A key of a <see cref="HashTable{TKey}"/>, with where it is and what was stored with it.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <param name="Key">The key.</param>
/// <param name="Position">Its position, which stays the same until the key is deleted.</param>
/// <param name="Data">What was stored with it; 0 when nothing was.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HashTableEntry<TKey>(TKey Key, int Position, nint Data)
    where TKey : unmanaged;
