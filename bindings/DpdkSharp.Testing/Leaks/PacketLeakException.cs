namespace DpdkSharp.Testing;

/// <summary>A test has lost packets. Any test framework reports it as a failure.</summary>
public sealed class PacketLeakException : Exception, IAssertionException
{
    /// <summary>Creates an exception with a general message.</summary>
    public PacketLeakException()
        : base("Packets are lost.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">What is lost.</param>
    public PacketLeakException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">What is lost.</param>
    /// <param name="innerException">What it follows from.</param>
    public PacketLeakException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception with a message and a number.</summary>
    /// <param name="message">What is lost.</param>
    /// <param name="lostCount">How many packets.</param>
    public PacketLeakException(string? message, long lostCount)
        : base(message) => LostCount = lostCount;

    /// <summary>How many packets are lost.</summary>
    public long LostCount { get; }
}
