using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A field of one's own in every mbuf (<c>rte_mbuf_dynfield_register</c>). It lasts as long as EAL. Registering the same name
/// again, with the same size, gives the same field.
/// </summary>
/// <typeparam name="T">What it holds: at most a few bytes, as all fields of all libraries share about 36.</typeparam>
public readonly unsafe struct MbufDynamicField<T>
    where T : unmanaged
{
    private readonly int _offset;

    private MbufDynamicField(int offset)
    {
        _offset = offset;
    }

    /// <summary>The field of a packet, to be read and written.</summary>
    /// <param name="packet">The packet (its first segment).</param>
    public ref T this[Mbuf packet]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref *(T*)((byte*)packet.Live + _offset);
    }

    /// <summary>Registers a field, or finds the one that is registered.</summary>
    /// <param name="name">A name of the application's own: 1 to 63 characters.</param>
    /// <returns>The field.</returns>
    /// <exception cref="DpdkException">No room is left in the mbuf, or a field of that name has another size.</exception>
#pragma warning disable CA1000 // The type is the question here: MbufDynamicField<ulong>.Register("name").
    public static MbufDynamicField<T> Register(string name)
#pragma warning restore CA1000
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _ = Eal.Require();
        rte_mbuf_dynfield parameters = default;
        // By its first element, which reads the same should the layout come to depend on the version.
        Span<byte> target = MemoryMarshal.CreateSpan(ref parameters.name[0], (int)RTE_MBUF_DYN_NAMESIZE);
        if (!Encoding.UTF8.TryGetBytes(name, target[..^1], out _))
        {
            throw new ArgumentException($"The name '{name}' is longer than {RTE_MBUF_DYN_NAMESIZE - 1:D} bytes.", nameof(name));
        }
        parameters.size = (nuint)sizeof(T);
        parameters.align = (nuint)Alignment();
        int offset = rte_mbuf_dynfield_register(&parameters);
        return offset >= 0 ? new MbufDynamicField<T>(offset) : throw new DpdkException(
            $"The mbuf field '{name}' of {sizeof(T):D} bytes could not be registered", nameof(rte_mbuf_dynfield_register), rte_errno,
            "All fields share the few bytes that the mbuf has free: use a smaller type, or keep the data in the pool's private area.");
    }

    // The largest power of two that divides the size is at least the alignment that C would give the type.
    private static int Alignment() => Math.Min(8, sizeof(T) & -sizeof(T));
}
