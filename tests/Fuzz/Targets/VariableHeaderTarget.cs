using System.Runtime.CompilerServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>A header of variable length: its options are where it says, or nowhere.</summary>
internal class VariableHeaderTarget<T>(string name, params PacketLayerType[] layers) : HeaderTarget<T>(name, layers)
    where T : unmanaged, IVariableLengthHeader<T>
{
    protected override bool Inspect(Span<byte> packet, int offset, ref T header)
    {
        bool possible = header.TryGetHeaderLength(out int length);
        Check(possible ? length >= Unsafe.SizeOf<T>() && length == header.HeaderLength : length == 0, "a length is possible or 0");
        bool whole = possible && offset + length <= packet.Length;
        Check(packet.TryGetOptions<T>(offset, out Span<byte> options) == whole, "options are found when the header is whole");
        Check(whole ? options.Length == length - Unsafe.SizeOf<T>() : options.IsEmpty, "options end where the header does");
        if (whole)
        {
            Walk(packet, offset, options, ref header);
        }
        return possible;
    }

    /// <summary>Walks what follows the fixed part.</summary>
    protected virtual void Walk(Span<byte> packet, int offset, Span<byte> options, ref T header)
    {
        byte sum = 0;
        foreach (byte b in options)
        {
            sum += b;
        }
        GC.KeepAlive(sum);
    }

    /// <summary>An option's data lie within the options.</summary>
    protected static void CheckOption(ReadOnlySpan<byte> options, int offset, ReadOnlySpan<byte> data, ref int last)
    {
        Check(offset > last && offset + 2 + data.Length <= options.Length, "options come one after the other, each within the header");
        Check(data.Overlaps(options, out int at) ? -at == offset + 2 : data.IsEmpty, "an option's data are its own");
        last = offset;
    }
}
