namespace DpdkSharp;

/// <summary>
/// The checked mode found a mistake in the ownership of packets. The message says what was done, to which packet, who owns it, since when, and
/// where it was taken and given away. See <see cref="CheckedMode"/>.
/// </summary>
public sealed class PacketOwnershipException : InvalidOperationException
{
    /// <summary>Creates an exception with a general message.</summary>
    public PacketOwnershipException()
        : base("A packet was used by somebody who does not own it.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">What was found.</param>
    public PacketOwnershipException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">What was found.</param>
    /// <param name="innerException">What it follows from.</param>
    public PacketOwnershipException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal PacketOwnershipException(PacketViolation violation, string message)
        : base(message)
    {
        Violation = violation;
    }

    /// <summary>What was found.</summary>
    public PacketViolation Violation { get; }
}
