using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>A DPDK function failed. The message names what was attempted, the function, the error and what to do about it.</summary>
public class DpdkException : Exception
{
    /// <summary>Creates an exception with a general message.</summary>
    public DpdkException()
        : base("A DPDK function failed.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">What failed, why, and what to do.</param>
    public DpdkException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">What failed, why, and what to do.</param>
    /// <param name="innerException">What it follows from.</param>
    public DpdkException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception for the failure of a DPDK function.</summary>
    /// <param name="attempt">What was attempted, as a sentence without full stop: "The pool 'rx' could not be created".</param>
    /// <param name="function">The DPDK function: rte_mempool_create.</param>
    /// <param name="errno">The error as a positive number of <c>errno.h</c>; 0 when the function tells none.</param>
    /// <param name="advice">What the caller can do, as a sentence with full stop; null when there is nothing to add.</param>
    public DpdkException(string attempt, string function, int errno, string? advice = null)
        : base(Describe(attempt, function, errno, advice))
    {
        Function = function;
        Errno = errno;
    }

    /// <summary>The DPDK function that failed; null when the failure is not one function's.</summary>
    public string? Function { get; }

    /// <summary>The error number (positive, as in <c>errno.h</c>); 0 when there is none.</summary>
    public int Errno { get; }

    /// <summary>The result of a function that answers with a negative error number.</summary>
    /// <param name="result">What the function returned.</param>
    /// <param name="function">The DPDK function.</param>
    /// <param name="attempt">What was attempted, as for the constructor.</param>
    /// <param name="advice">What the caller can do.</param>
    /// <returns><paramref name="result"/> when it is not negative.</returns>
    internal static int ThrowIfNegative(int result, string function, string attempt, string? advice = null) =>
        result >= 0 ? result : throw new DpdkException(attempt, function, -result, advice);

    /// <summary>A text as the start of a sentence: objects name themselves in lower case ("port 0 (net_null0)").</summary>
    internal static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Describe(string attempt, string function, int errno, string? advice)
    {
        string reason = errno == 0 ? string.Empty : $": {ErrorText(errno)}";
        return $"{Sentence(attempt)} ({function}{reason}).{(advice is null ? string.Empty : " " + advice)}";
    }

    private static unsafe string ErrorText(int errno) =>
        DpdkRuntime.IsSupported ? Marshal.PtrToStringUTF8((nint)Dpdk.rte_strerror(errno)) ?? $"error {errno:D}" : $"error {errno:D}";
}
