using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp;

/// <summary>Checks of the lengths of spans that belong together; the throw stays out of the hot code.</summary>
internal static class Lengths
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThrowIfShorter(int length, int needed, string parameter)
    {
        if (length < needed)
        {
            ThrowShorter(length, needed, parameter);
        }
    }

    [DoesNotReturn]
    private static void ThrowShorter(int length, int needed, string parameter) =>
        throw new ArgumentException($"There is room for {length:D} values; {needed:D} are needed.", parameter);
}
