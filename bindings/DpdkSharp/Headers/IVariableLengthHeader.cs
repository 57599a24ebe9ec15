namespace DpdkSharp.Headers;

/// <summary>A packet header that says itself how long it is, options and the like included.</summary>
/// <typeparam name="TSelf">The header type itself.</typeparam>
public interface IVariableLengthHeader<TSelf> : IPacketHeader<TSelf>
    where TSelf : unmanaged, IVariableLengthHeader<TSelf>
{
    /// <summary>
    /// The length in bytes of the whole header as its own fields state it, not checked: a malformed header can say less than
    /// its fixed part, and a truncated packet has fewer bytes than this. Use <see cref="TryGetHeaderLength"/> for what came
    /// from the network.
    /// </summary>
    int HeaderLength { get; }

    /// <summary>Gets the length of the whole header if it is one that this header can have.</summary>
    /// <param name="length">The length in bytes, at least <see cref="IPacketHeader{TSelf}.Size"/>; 0 on failure.</param>
    /// <returns>Whether the header states a possible length. Whether the packet is that long is for the caller to check.</returns>
    bool TryGetHeaderLength(out int length);
}
