using System.Diagnostics.CodeAnalysis;

namespace DpdkSharp;

/// <summary>
/// The checked mode: a ledger beside the packets that knows of each one who owns it, since when, and where it was taken. Freeing a packet twice, using it
/// after it was freed, sent or put into a ring, losing it, or writing beyond its buffer becomes a <see cref="PacketOwnershipException"/> that tells both places.
/// It is for tests and for finding mistakes: what it costs when it is on, and all that it finds, is in docs/safety.md; when it is off it costs nothing.
/// </summary>
/// <remarks>
/// It is turned on for a whole process, before it starts: by the environment variable <c>DPDKSHARP_CHECKED=1</c> (<c>stacks</c> in place of 1 keeps whole stack
/// traces), or by the AppContext switch <c>DpdkSharp.Checked</c> (<c>DpdkSharpChecked</c> in a project file). A program that is published trimmed or with
/// NativeAOT has it only when it was published with <c>-p:DpdkSharpChecked=true</c>.
/// </remarks>
public static class CheckedMode
{
    /// <summary>Whether it is on. A constant to the compilers: what stands behind it costs nothing when it is off.</summary>
    [FeatureSwitchDefinition(CheckedSettings.Switch)]
    public static bool IsEnabled => CheckedSettings.IsEnabled;

    /// <summary>What is out of the packet pools at the moment, by owner and by the place that took it. Other threads may go on meanwhile; it is then a moment's view.</summary>
    /// <returns>The report of all pools that were created and not disposed.</returns>
    /// <exception cref="InvalidOperationException">The checked mode is off; nothing was recorded.</exception>
    public static PacketReport GetReport() => IsEnabled
        ? new PacketReport([.. PoolLedger.All.Select(static p => p.Report())])
        : throw new InvalidOperationException($"The checked mode is off, so nothing was recorded. Start the program with {CheckedSettings.Variable}=1.");

    /// <summary>What is out of one packet pool at the moment.</summary>
    /// <param name="pool">The pool.</param>
    /// <returns>The report of that pool alone.</returns>
    /// <exception cref="InvalidOperationException">The checked mode is off; nothing was recorded.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed.</exception>
    public static unsafe PacketPoolReport GetReport(PacketPool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return IsEnabled
            ? PoolLedger.Of(pool.Pointer).Report()
            : throw new InvalidOperationException($"The checked mode is off, so nothing was recorded. Start the program with {CheckedSettings.Variable}=1.");
    }
}
