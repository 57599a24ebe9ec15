using System.Diagnostics;

namespace DpdkSharp.Benchmarks.Alternatives;

/// <summary>A way to receive and send frames on a network interface.</summary>
internal interface INetworkPort : IDisposable
{
    /// <summary>Receives frames for some time, and looks at the first byte of each.</summary>
    /// <param name="watch">The time.</param>
    /// <param name="until">When it ends.</param>
    /// <returns>How many.</returns>
    PortCount Receive(Stopwatch watch, TimeSpan until);

    /// <summary>Sends copies of a frame for some time, as fast as it can.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="watch">The time.</param>
    /// <param name="until">When it ends.</param>
    /// <returns>How many.</returns>
    PortCount Send(ReadOnlySpan<byte> frame, Stopwatch watch, TimeSpan until);
}
