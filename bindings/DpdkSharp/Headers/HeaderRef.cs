using System.Runtime.CompilerServices;

namespace DpdkSharp.Headers;

/// <summary>
/// A header in place: reading and writing <see cref="Value"/> reads and writes the packet's own bytes. Valid as long as the
/// span it came from.
/// </summary>
/// <typeparam name="T">The header type.</typeparam>
public readonly ref struct HeaderRef<T>
    where T : unmanaged, IPacketHeader<T>
{
    private readonly ref T _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal HeaderRef(ref T value) => _value = ref value;

    /// <summary>The header in the packet.</summary>
    /// <exception cref="NullReferenceException">This is the default value, which a failed <c>TryGetHeader</c> leaves.</exception>
    public ref T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _value;
    }

    /// <summary>Whether this refers to no header: the default value, which a failed <c>TryGetHeader</c> leaves.</summary>
    public bool IsNull => Unsafe.IsNullRef(ref _value);
}
