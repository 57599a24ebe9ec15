using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Logs the message and ends the process with an abort, as C's does. An exception is what a C# program wants most of the time.</summary>
    /// <param name="message">The text, taken as it is: nothing is formatted into it.</param>
    /// <param name="function">Where this happened; the calling member when not given.</param>
    [DoesNotReturn]
    public static void rte_panic(string message, [CallerMemberName] string function = "")
    {
        // A percent sign would have C look for arguments that are not there.
        fixed (byte* text = Encoding.UTF8.GetBytes(message.Replace("%", "%%", StringComparison.Ordinal) + "\n\0"))
        fixed (byte* name = Encoding.UTF8.GetBytes(function + "\0"))
        {
            __rte_panic(name, text);
        }
        throw new UnreachableException();
    }

    /// <summary>Ends the process (<see cref="rte_panic"/>) when <paramref name="exp"/> is false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RTE_VERIFY([DoesNotReturnIf(false)] bool exp, [CallerArgumentExpression(nameof(exp))] string text = "", [CallerLineNumber] int line = 0, [CallerMemberName] string function = "")
    {
        if (!exp)
        {
            rte_panic(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {line}\tassert \"{text}\" failed"), function);
        }
    }

    /// <summary><see cref="RTE_VERIFY"/> where the calling program is compiled with RTE_ENABLE_ASSERT, nothing elsewhere.</summary>
    [Conditional("RTE_ENABLE_ASSERT")]
    public static void RTE_ASSERT([DoesNotReturnIf(false)] bool exp, [CallerArgumentExpression(nameof(exp))] string text = "", [CallerLineNumber] int line = 0, [CallerMemberName] string function = "") =>
        RTE_VERIFY(exp, text, line, function);
}
