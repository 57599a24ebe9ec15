using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DpdkSharp.Headers;

/// <summary>
/// Destination and source of a frame, as they stand at its start: 12 bytes. A program that rewrites both in each frame makes the pair once,
/// and sets it (<see cref="EthernetHeader.Addresses"/>) with two moves a frame.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = 2 * MacAddress.ByteCount)]
public struct MacAddressPair : IEquatable<MacAddressPair>
{
    // Two fields, so that a copy is two moves and a comparison needs no loop. They hold bytes, not numbers.
    private ulong _first;
    private uint _last;

    /// <summary>Makes a pair.</summary>
    /// <param name="destination">The station or group that frames are for.</param>
    /// <param name="source">The station that sends them.</param>
    public MacAddressPair(MacAddress destination, MacAddress source)
    {
        Unsafe.SkipInit(out this);
        DestinationRef = destination;
        SourceRef = source;
    }

    /// <summary>The station or group that frames are for.</summary>
    public readonly MacAddress Destination => Unsafe.AsRef(in this).DestinationRef;

    /// <summary>The station that sends them.</summary>
    public readonly MacAddress Source => Unsafe.AsRef(in this).SourceRef;

    /// <summary>The pair of a frame that goes back where it came from.</summary>
    internal readonly MacAddressPair Swapped
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (!BitConverter.IsLittleEndian)
            {
                return new MacAddressPair(Source, Destination);
            }
            // Loads as wide as the stores of a pair: one that spans two stores waits until they have reached the cache.
            Unsafe.SkipInit(out MacAddressPair swapped);
            if (Ssse3.IsSupported)
            {
                Vector128<ulong> pair = Vector128.CreateScalarUnsafe(_first).AsUInt32().WithElement(2, _last).AsUInt64();
                Vector128<byte> other = Ssse3.Shuffle(pair.AsByte(), Vector128.Create((byte)6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 4, 5, 12, 13, 14, 15));
                swapped._first = other.AsUInt64().ToScalar();
                swapped._last = other.AsUInt32().GetElement(2);
                return swapped;
            }
            // The first field holds the destination and the first two bytes of the source.
            swapped._first = (_first >> 48) | ((ulong)_last << 16) | (_first << 48);
            swapped._last = (uint)(_first >> 16);
            return swapped;
        }
    }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal ref MacAddress DestinationRef
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.As<ulong, MacAddress>(ref _first);
    }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal ref MacAddress SourceRef
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref DestinationRef, 1);
    }

    /// <summary>Compares two pairs.</summary>
    /// <param name="left">One pair.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether both addresses are the same.</returns>
    public static bool operator ==(MacAddressPair left, MacAddressPair right) => left.Equals(right);

    /// <summary>Compares two pairs.</summary>
    /// <param name="left">One pair.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether an address differs.</returns>
    public static bool operator !=(MacAddressPair left, MacAddressPair right) => !left.Equals(right);

    /// <inheritdoc/>
    public readonly bool Equals(MacAddressPair other) => _first == other._first && _last == other._last;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is MacAddressPair other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_first, _last);

    /// <summary>The addresses as "SOURCE > DESTINATION".</summary>
    /// <returns>The text.</returns>
    public override readonly string ToString() => $"{Source} > {Destination}";
}
