namespace DpdkSharp.Testing;

/// <summary>A packet is not what the test expects. Any test framework reports it as a failure.</summary>
public sealed class PacketAssertException : Exception, IAssertionException
{
    /// <summary>Creates an exception with a general message.</summary>
    public PacketAssertException()
        : base("A packet is not what was expected.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">What is not as expected.</param>
    public PacketAssertException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">What is not as expected.</param>
    /// <param name="innerException">What it follows from.</param>
    public PacketAssertException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
