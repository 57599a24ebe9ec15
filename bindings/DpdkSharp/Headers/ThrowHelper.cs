using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Headers;

/// <summary>Argument errors of the setters, kept out of them so that these inline.</summary>
internal static class ThrowHelper
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ThrowIfNotMultiple(
        int value, int factor, int minimum, int maximum, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value < minimum || value > maximum || value % factor != 0)
        {
            ThrowNotMultiple(value, factor, minimum, maximum, name);
        }
    }

    [DoesNotReturn]
    private static void ThrowNotMultiple(int value, int factor, int minimum, int maximum, string? name) =>
        throw new ArgumentOutOfRangeException(name, value, $"Must be a multiple of {factor} from {minimum} to {maximum}.");
}
